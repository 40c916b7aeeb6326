package dev.safelight.metadata.kafka;

import dev.safelight.event.Topics;
import dev.safelight.metadata.live.LiveService;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonLoggingErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/**
 * Lets each instance hear all events of images, from now on, beside the projection: in a group of
 * its own, which keeps no offsets, parks nothing and is not part of the health. What it misses is
 * made up for from the catalog. Where there is no server, nobody listens.
 */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class LiveEventsConfiguration {

  static final String[] TOPICS = {
    Topics.IMAGE_UPLOADED,
    Topics.IMAGE_CLEARED,
    Topics.IMAGE_REJECTED,
    Topics.IMAGE_PROCESSED,
    Topics.IMAGE_UPDATED,
    Topics.IMAGE_MODERATED,
    Topics.IMAGE_DELETED,
    Topics.IMAGE_RESTORED,
    Topics.IMAGE_PURGED
  };

  @Bean
  KafkaMessageListenerContainer<String, SpecificRecord> liveEvents(
      KafkaProperties kafka,
      LiveService live,
      @Value("${spring.kafka.consumer.group-id}") String group,
      @Value("${spring.kafka.listener.auto-startup:true}") boolean autoStartup) {
    var settings = kafka.buildConsumerProperties();
    settings.putAll(listening(group));
    var container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<String, SpecificRecord>(settings), properties(live));
    container.setCommonErrorHandler(new CommonLoggingErrorHandler());
    container.setAutoStartup(autoStartup);
    return container;
  }

  private static Map<String, Object> listening(String group) {
    return Map.of(
        ConsumerConfig.GROUP_ID_CONFIG,
        group + "-live-" + UUID.randomUUID(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "latest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        500);
  }

  /**
   * Offsets are committed when they are acknowledged, which nobody does; nor when partitions are
   * assigned, or whoever comes back would hear all that was said since the start once more.
   */
  private static ContainerProperties properties(LiveService live) {
    var properties = new ContainerProperties(TOPICS);
    properties.setAckMode(AckMode.MANUAL);
    properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
    properties.setConsumerRebalanceListener(new LiveAssignment(live));
    properties.setMessageListener(
        (MessageListener<String, SpecificRecord>)
            event -> LiveFacts.of(event.value()).ifPresent(live::hear));
    return properties;
  }
}
