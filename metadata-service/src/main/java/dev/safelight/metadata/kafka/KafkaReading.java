package dev.safelight.metadata.kafka;

import static java.util.stream.Collectors.toMap;

import dev.safelight.event.EventCodec;
import dev.safelight.metadata.rebuild.Chapter;
import dev.safelight.metadata.rebuild.Fact;
import dev.safelight.metadata.rebuild.History;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The topics up to where they ended when it was opened. */
class KafkaReading implements History.Reading {

  private final KafkaHistory history;
  private final Map<TopicPartition, Long> ends;
  private final EventCodec codec = new EventCodec();
  private final AtomicLong forgotten = new AtomicLong();

  KafkaReading(KafkaHistory history, Map<TopicPartition, Long> ends) {
    this.history = history;
    this.ends = ends;
  }

  @Override
  public List<Flux<List<Fact>>> parts(Chapter chapter) {
    var topics = KafkaHistory.TOPICS.getOrDefault(chapter, List.of());
    return ends.entrySet().stream()
        .filter(end -> topics.contains(end.getKey().topic()) && end.getValue() > 0)
        .map(end -> part(end.getKey(), end.getValue()))
        .toList();
  }

  @Override
  public long forgotten() {
    return forgotten.get();
  }

  /** Reading blocks, so it has threads of its own, also for what is asked for later. */
  private Flux<List<Fact>> part(TopicPartition partition, long end) {
    return Flux.<List<Fact>, PartitionReader>generate(
            () -> new PartitionReader(history.consumer(), codec, partition, end),
            (reader, sink) -> {
              if (reader.isDone()) {
                forgotten.addAndGet(end - reader.seen());
                sink.complete();
              } else {
                sink.next(reader.next());
              }
              return reader;
            },
            PartitionReader::close)
        .subscribeOn(Schedulers.boundedElastic());
  }

  @Override
  public Mono<Void> handOver() {
    return Mono.<Void>fromCallable(
            () -> {
              try (var admin = history.admin()) {
                admin.alterConsumerGroupOffsets(history.group(), positions()).all().get();
              }
              return null;
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    return ends.entrySet().stream()
        .collect(toMap(Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
  }
}
