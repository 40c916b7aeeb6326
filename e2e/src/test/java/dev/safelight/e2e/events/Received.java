package dev.safelight.e2e.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it arrives downstream.
 *
 * @param event what it says
 * @param record how it was sent
 */
public record Received(SpecificRecord event, ConsumerRecord<String, byte[]> record) {

  /** A header as text, or an empty one. */
  public String header(String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** The trace that it is part of (W3C Trace Context). */
  public String traceId() {
    return header("traceparent").split("-", -1)[1];
  }
}
