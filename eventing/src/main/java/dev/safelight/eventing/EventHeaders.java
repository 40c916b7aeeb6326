package dev.safelight.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.event.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns an event into a record with CloudEvents 1.0 headers in binary content mode, as the
 * CloudEvents Kafka protocol binding says (section 3.2).
 */
final class EventHeaders {

  private static final String TYPE_PREFIX = "dev.safelight.";

  private final String source;

  /**
   * Names the producing service in every record.
   *
   * @param service short name of the service, such as {@code scanner}
   */
  EventHeaders(String service) {
    this.source = "/safelight/" + service;
  }

  ProducerRecord<String, SpecificRecord> recordOf(SpecificRecord event) {
    return recordOf(event, Topics.of(event.getClass()));
  }

  ProducerRecord<String, SpecificRecord> replayOf(
      SpecificRecord event, String group, Replays.Purpose purpose) {
    var envelope = recordOf(event, Replays.topicOf(Topics.of(event.getClass()), group));
    add(envelope, Replays.PURPOSE, purpose.label());
    return envelope;
  }

  private ProducerRecord<String, SpecificRecord> recordOf(SpecificRecord event, String topic) {
    var subject = field(event, subjectOf(event));
    var envelope = new ProducerRecord<>(topic, subject, event);
    add(envelope, "ce_specversion", "1.0");
    add(envelope, "ce_id", field(event, "eventId"));
    add(envelope, "ce_type", TYPE_PREFIX + Topics.of(event.getClass()));
    add(envelope, "ce_source", source);
    add(envelope, "ce_subject", subject);
    add(envelope, "ce_time", field(event, "occurredAt"));
    add(envelope, "content-type", "application/avro");
    return envelope;
  }

  /** What an event tells of is its second field. */
  private static String subjectOf(SpecificRecord event) {
    return event.getSchema().getFields().get(1).name();
  }

  /** Every event has these fields; the schemas' own tests hold that. */
  private static String field(SpecificRecord event, String name) {
    return event.get(event.getSchema().getField(name).pos()).toString();
  }

  private static void add(ProducerRecord<?, ?> envelope, String header, String value) {
    envelope.headers().add(header, value.getBytes(UTF_8));
  }
}
