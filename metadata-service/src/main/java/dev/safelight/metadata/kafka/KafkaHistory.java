package dev.safelight.metadata.kafka;

import dev.safelight.event.Topics;
import dev.safelight.metadata.rebuild.Chapter;
import dev.safelight.metadata.rebuild.History;
import dev.safelight.metadata.rebuild.RebuildRefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The topics, read from their beginnings without a group. Lazy: the service itself has no need of
 * it.
 */
@Lazy
@Component
class KafkaHistory implements History {

  static final Map<Chapter, List<String>> TOPICS =
      new EnumMap<>(
          Map.of(
              Chapter.ITEMS,
              List.of(Topics.ITEM_CHANGED),
              Chapter.PIPELINE,
              List.of(
                  Topics.IMAGE_UPLOADED,
                  Topics.IMAGE_CLEARED,
                  Topics.IMAGE_REJECTED,
                  Topics.IMAGE_PROCESSED),
              Chapter.CHANGES,
              List.of(
                  Topics.IMAGE_UPDATED,
                  Topics.IMAGE_MODERATED,
                  Topics.IMAGE_DELETED,
                  Topics.IMAGE_RESTORED),
              Chapter.PURGES,
              List.of(Topics.IMAGE_PURGED)));

  private final DefaultKafkaConsumerFactory<String, byte[]> consumers;
  private final Map<String, Object> adminSettings;
  private final String group;

  KafkaHistory(
      ConsumerFactory<?, ?> consumers,
      KafkaAdmin admin,
      @Value("${spring.kafka.consumer.group-id}") String group) {
    var settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    this.consumers =
        new DefaultKafkaConsumerFactory<>(
            settings, new StringDeserializer(), new ByteArrayDeserializer());
    this.adminSettings = admin.getConfigurationProperties();
    this.group = group;
  }

  @Override
  public Mono<Reading> open() {
    return Mono.<Reading>fromCallable(this::opened).subscribeOn(Schedulers.boundedElastic());
  }

  Consumer<String, byte[]> consumer() {
    return consumers.createConsumer();
  }

  Admin admin() {
    return Admin.create(adminSettings);
  }

  String group() {
    return group;
  }

  private KafkaReading opened() throws InterruptedException, ExecutionException {
    try (var admin = admin()) {
      if (isUsed(admin)) {
        throw new RebuildRefusedException(
            "The service runs, and would change what is being read; stop every instance of it");
      }
      return new KafkaReading(this, ends(admin.listTopics().names().get()));
    }
  }

  private boolean isUsed(Admin admin) throws InterruptedException, ExecutionException {
    try {
      var described = admin.describeConsumerGroups(List.of(group)).all().get();
      return described.values().stream().anyMatch(it -> !it.members().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  private Map<TopicPartition, Long> ends(Collection<String> there) {
    if (!there.contains(Topics.IMAGE_UPLOADED)) {
      throw new RebuildRefusedException("This broker has no topic " + Topics.IMAGE_UPLOADED);
    }
    try (var consumer = consumer()) {
      var partitions = new ArrayList<TopicPartition>();
      TOPICS.values().stream()
          .flatMap(List::stream)
          .filter(there::contains)
          .flatMap(topic -> consumer.partitionsFor(topic).stream())
          .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
      return Map.copyOf(consumer.endOffsets(partitions));
    }
  }
}
