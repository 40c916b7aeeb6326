package dev.safelight.bench.service;

import dev.safelight.event.EventCodec;
import dev.safelight.event.ImageCleared;
import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays the services around the processor: clears images, and hears what became of them. */
final class Topic implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final EventCodec codec = new EventCodec();
  private final Producer<String, byte[]> producer;
  private final Consumer<String, byte[]> consumer;

  /** Hears what is said from now on. */
  Topic(String bootstrapServers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    var partitions =
        List.of(Topics.IMAGE_PROCESSED, Topics.IMAGE_REJECTED).stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /**
   * Clears images and waits until all are processed.
   *
   * @throws IllegalStateException if one of them is not
   */
  void process(List<ImageCleared> images) throws ExecutionException, InterruptedException {
    var awaited = new HashSet<String>();
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var image : images) {
      var id = image.getImageId().toString();
      awaited.add(id);
      sent.add(producer.send(new ProducerRecord<>(Topics.IMAGE_CLEARED, id, codec.encode(image))));
    }
    for (var each : sent) {
      each.get();
    }
    await(awaited);
  }

  private void await(Set<String> images) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!images.isEmpty()) {
      for (var heard : consumer.poll(Duration.ofMillis(100))) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
        if (images.remove(heard.key()) && heard.topic().equals(Topics.IMAGE_REJECTED)) {
          throw new IllegalStateException("Rejected: " + codec.decode(heard.value()));
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Nothing more is heard of %s images".formatted(images));
      }
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
