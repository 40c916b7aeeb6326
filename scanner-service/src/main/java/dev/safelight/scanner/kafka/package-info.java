/** Kafka in, Kafka out: turns events into calls on the core and verdicts into events. */
@NullMarked
package dev.safelight.scanner.kafka;

import org.jspecify.annotations.NullMarked;
