package dev.safelight.ingest.kafka;

import static java.util.Objects.requireNonNull;

import dev.safelight.event.Topics;
import dev.safelight.ingest.upload.ledger.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Compares where {@code image.uploaded} ends with how far the group of {@link LedgerListener} has
 * come. Each of its partitions counts; one from which nothing was ever committed must be empty.
 */
@Component
class KafkaProgress implements Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final KafkaAdmin kafka;
  private final String group;

  KafkaProgress(KafkaAdmin kafka, @Value(LedgerListener.GROUP) String group) {
    this.kafka = kafka;
    this.group = group;
  }

  @Override
  public Mono<Boolean> caughtUp() {
    return Mono.fromCallable(this::waitForTheGroup).subscribeOn(Schedulers.boundedElastic());
  }

  private boolean waitForTheGroup() throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      var ends = unreadEnds(admin);
      var giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (!reached(ends, committed(admin))) {
        if (System.nanoTime() > giveUp) {
          return false;
        }
        Thread.sleep(PAUSE);
      }
      return true;
    }
  }

  /** Where each partition ends that is not empty. */
  private static Map<TopicPartition, Long> unreadEnds(Admin admin)
      throws ExecutionException, InterruptedException {
    var ends = offsets(admin, OffsetSpec.latest());
    var beginnings = offsets(admin, OffsetSpec.earliest());
    return ends.entrySet().stream()
        .filter(end -> end.getValue() > beginnings.getOrDefault(end.getKey(), 0L))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    var wanted = partitions(admin).collect(Collectors.toMap(Function.identity(), each -> which));
    return admin.listOffsets(wanted).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  private static Stream<TopicPartition> partitions(Admin admin)
      throws ExecutionException, InterruptedException {
    var topic = Topics.IMAGE_UPLOADED;
    var described = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    return requireNonNull(described).partitions().stream()
        .map(partition -> new TopicPartition(topic, partition.partition()));
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  private static boolean reached(
      Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              var offset = committed.get(end.getKey());
              return offset != null && offset.offset() >= end.getValue();
            });
  }
}
