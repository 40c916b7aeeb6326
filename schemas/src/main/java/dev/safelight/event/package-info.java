/**
 * The language the services speak to each other: one Avro record per fact, one topic per record.
 *
 * <p>Nothing here knows Spring, Kafka clients or any service; a downstream team depends on this
 * module alone. Fields are added with defaults and are never renamed or removed; {@code
 * SchemaCompatibilityTest} holds the released copies to that. Not null-marked: most of this package
 * is generated.
 */
package dev.safelight.event;
