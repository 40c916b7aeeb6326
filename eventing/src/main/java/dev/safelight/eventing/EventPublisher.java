package dev.safelight.eventing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts an event on the topic of its type, keyed by the id of what it tells of. Safe for use by many
 * threads.
 */
public class EventPublisher {

  private final KafkaTemplate<String, SpecificRecord> kafka;
  private final EventHeaders headers;

  EventPublisher(KafkaTemplate<String, SpecificRecord> kafka, EventHeaders headers) {
    this.kafka = kafka;
    this.headers = headers;
  }

  /**
   * Sends an event. The future completes once all in-sync replicas have it, or fails with {@link
   * BrokerUnavailableException} when they did not say so in time, which does not prove that they
   * lack it.
   *
   * <p>May block for {@code max.block.ms} while the broker is away: don't call it on an event loop.
   */
  public CompletableFuture<Void> send(SpecificRecord event) {
    return send(headers.recordOf(event));
  }

  /**
   * Tells one group an event again, or as if again, and nobody else.
   *
   * <p>Fails and blocks as {@link #send} does.
   *
   * @param group the group, whose service declares the topic when it starts
   */
  public CompletableFuture<Void> sendReplay(
      SpecificRecord event, String group, Replays.Purpose purpose) {
    return send(headers.replayOf(event, group, purpose));
  }

  /**
   * Has a topic forget all that it holds under a key, by a record without a value ("tombstone").
   * The broker forgets at its next compaction; listeners of ours never see the record.
   *
   * <p>Fails and blocks as {@link #send} does.
   */
  public CompletableFuture<Void> erase(String topic, String key) {
    return send(new ProducerRecord<String, SpecificRecord>(topic, key, null));
  }

  /**
   * Sends an event and waits until all in-sync replicas have it.
   *
   * @throws BrokerUnavailableException if they did not say so in time
   */
  public void publish(SpecificRecord event) {
    await(send(event));
  }

  /**
   * As {@link #sendReplay}, and waits until all in-sync replicas have it.
   *
   * @throws BrokerUnavailableException if they did not say so in time
   */
  public void publishReplay(SpecificRecord event, String group, Replays.Purpose purpose) {
    await(sendReplay(event, group, purpose));
  }

  private static void await(CompletableFuture<Void> sent) {
    try {
      sent.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private CompletableFuture<Void> send(ProducerRecord<String, SpecificRecord> message) {
    return sent(message)
        .handle(
            (ignored, failure) -> {
              if (failure != null) {
                throw translated(message.topic(), failure);
              }
              return null;
            });
  }

  /** Some failures are thrown and some are returned; callers see one kind. */
  private CompletableFuture<?> sent(ProducerRecord<String, SpecificRecord> message) {
    try {
      return kafka.send(message);
    } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static RuntimeException translated(String topic, Throwable failure) {
    if (Causes.of(failure).stream().anyMatch(EventPublisher::isDefect)) {
      return new IllegalArgumentException("Kafka can never take this on " + topic, failure);
    }
    return new BrokerUnavailableException("The broker did not acknowledge the event", failure);
  }

  private static boolean isDefect(Throwable cause) {
    return cause instanceof SerializationException
        || cause instanceof RecordTooLargeException
        || cause instanceof RecordBatchTooLargeException
        || cause instanceof InvalidTopicException;
  }
}
