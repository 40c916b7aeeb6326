package dev.safelight.eventing;

import static org.apache.kafka.clients.producer.ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG;

import java.time.Clock;
import java.util.Map;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Gives a service its publisher, its topics, and the handling of the three kinds of bad. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(EventingProperties.class)
class EventingAutoConfiguration {

  /**
   * The cluster is given a name, because observing a send would else ask the broker for it and wait
   * half a minute for a broker that is away.
   */
  @Bean
  EventPublisher eventPublisher(
      KafkaTemplate<String, SpecificRecord> kafka,
      KafkaAdmin admin,
      @Value("${spring.application.name}") String service) {
    admin.setClusterId("kafka");
    return new EventPublisher(kafka, new EventHeaders(service));
  }

  /** A service that lists no outages of its own still waits for the broker. */
  @Bean
  @ConditionalOnMissingBean
  OutageTypes outageTypes() {
    return OutageTypes.of();
  }

  @Bean
  OutageMonitor outageMonitor(EventingProperties settings) {
    return new OutageMonitor(Clock.systemUTC(), settings.longestRetry().plusMinutes(1));
  }

  @Bean
  ListenerInterceptor listenerInterceptor(OutageMonitor monitor) {
    return new ListenerInterceptor(monitor);
  }

  /**
   * Values that could not be read are parked as the bytes they were, which the event serializer
   * could not write.
   */
  @Bean
  DeadLetterPublishingRecoverer deadLetters(
      KafkaTemplate<String, SpecificRecord> events,
      ProducerFactory<String, byte[]> producers,
      @Value("${spring.kafka.consumer.group-id}") String group) {
    var bytes =
        new KafkaTemplate<>(
            producers, Map.of(VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    return new DeadLetterPublishingRecoverer(
        Map.of(byte[].class, bytes, SpecificRecord.class, events),
        (failed, cause) -> new TopicPartition(DeadLetters.topicOf(failed.topic(), group), -1));
  }

  @Bean
  DefaultErrorHandler errorHandler(
      DeadLetterPublishingRecoverer deadLetters,
      EventingProperties settings,
      OutageTypes outages,
      OutageMonitor monitor) {
    var handler = new DefaultErrorHandler(deadLetters, settings.defectBackOff());
    handler.setBackOffFunction(
        (failed, cause) ->
            outages.cover(cause) ? settings.outageBackOff() : settings.defectBackOff());
    handler.setRetryListeners(new OutageRetryListener(outages, monitor));
    return handler;
  }

  /** The container would stop for good at an Error; as an exception it is handled as a defect. */
  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      errorsDoNotStopConsumers() {
    MethodInterceptor errorsAsExceptions =
        invocation -> {
          try {
            return invocation.proceed();
          } catch (Error e) {
            throw new ListenerErrorException(e);
          }
        };
    return container ->
        container.getContainerProperties().setAdviceChain(new Advice[] {errorsAsExceptions});
  }

  @Bean
  TopicProvisioner topicProvisioner(
      KafkaAdmin admin,
      KafkaListenerEndpointRegistry listeners,
      EventingProperties settings,
      @Value("${spring.kafka.consumer.group-id}") String group) {
    return new TopicProvisioner(admin, listeners, settings, group);
  }

  @Bean
  PipelineHealthIndicator pipelineHealthIndicator(
      KafkaListenerEndpointRegistry listeners, OutageMonitor monitor) {
    return new PipelineHealthIndicator(listeners, monitor);
  }
}
