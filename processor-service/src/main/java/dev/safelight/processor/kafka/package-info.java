/** Kafka in, Kafka out: turns records into calls on the core and outcomes into records. */
@NullMarked
package dev.safelight.processor.kafka;

import org.jspecify.annotations.NullMarked;
