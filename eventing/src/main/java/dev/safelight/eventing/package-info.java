/**
 * How our services speak Kafka: the wire format, CloudEvents headers, topics as code, and the three
 * kinds of bad.
 *
 * <p>A bad image is an event like any other. An outage is waited out. A defect is retried a few
 * times and parked in the group's dead-letter topic. Services depend on this package; it knows none
 * of them.
 */
@NullMarked
package dev.safelight.eventing;

import org.jspecify.annotations.NullMarked;
