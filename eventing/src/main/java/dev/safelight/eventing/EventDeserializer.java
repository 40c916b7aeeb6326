package dev.safelight.eventing;

import dev.safelight.event.EventCodec;
import dev.safelight.event.UnreadableEventException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of any released version. Named in the consumer's settings, behind spring-kafka's
 * error-handling deserializer, so that what it refuses is parked and not polled for ever.
 */
public final class EventDeserializer implements Deserializer<SpecificRecord> {

  private final EventCodec codec = new EventCodec();

  /**
   * {@inheritDoc}
   *
   * @throws UnreadableEventException if the bytes are not an event of ours
   */
  @Override
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
    return bytes == null ? null : codec.decode(bytes);
  }
}
