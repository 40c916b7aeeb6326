/**
 * The processor's reason to exist, free of Spring, Kafka, S3 and any imaging library.
 *
 * <p>Adapters in the sibling packages depend on this package; it depends on none of them, and on
 * nothing but the JDK, {@code image-header} and {@code recipe}. {@code ArchitectureTest} enforces
 * both sentences.
 */
@NullMarked
package dev.safelight.processor.process;

import org.jspecify.annotations.NullMarked;
