package dev.safelight.eventing;

import dev.safelight.event.EventCodec;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes events in Avro's single-object encoding. Named in the producer's settings. */
public final class EventSerializer implements Serializer<SpecificRecord> {

  private final EventCodec codec = new EventCodec();

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord event) {
    return event == null ? null : codec.encode(event);
  }
}
