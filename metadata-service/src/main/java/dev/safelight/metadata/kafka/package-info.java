/** Kafka in, Kafka out: events become facts for the core, announcements become events. */
@NullMarked
package dev.safelight.metadata.kafka;

import org.jspecify.annotations.NullMarked;
