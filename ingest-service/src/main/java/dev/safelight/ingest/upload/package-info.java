/**
 * What accepting an upload means, free of HTTP, S3 and Kafka.
 *
 * <p>Adapters in the sibling packages depend on this package; it depends on none of them, and on
 * nothing but the JDK, Reactor and the reader of image headers. {@code ArchitectureTest} enforces
 * both sentences.
 */
@NullMarked
package dev.safelight.ingest.upload;

import org.jspecify.annotations.NullMarked;
