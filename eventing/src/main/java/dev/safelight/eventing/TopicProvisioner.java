package dev.safelight.eventing;

import static java.util.Objects.requireNonNull;

import dev.safelight.event.Topics;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Declares the pipeline's topics, and those of dead letters and of replays of this service's group,
 * as code. Nothing is created automatically by a client that mistypes a name. A topic that is there
 * with another policy, such as one of an earlier release, gets the present one.
 *
 * <p>A broker that is away when the service starts is waited for in the background.
 */
class TopicProvisioner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);

  private final KafkaAdmin admin;
  private final KafkaListenerEndpointRegistry listeners;
  private final EventingProperties settings;
  private final TopicPolicies policies;
  private final String group;
  private volatile boolean running;

  TopicProvisioner(
      KafkaAdmin admin,
      KafkaListenerEndpointRegistry listeners,
      EventingProperties settings,
      String group) {
    this.admin = admin;
    this.listeners = listeners;
    this.settings = settings;
    this.policies = new TopicPolicies(settings);
    this.group = group;
  }

  /** Before the listener containers, whose phase is close to the highest. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("topics").start(this::provision);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void provision() {
    var backOff = settings.outageBackOff().start();
    while (running && !provisioned() && pause(backOff)) {}
  }

  private boolean provisioned() {
    try {
      admin.createOrModifyTopics(topics().toArray(NewTopic[]::new));
      return true;
    } catch (KafkaException e) {
      log.warn("Topics are not declared yet, the broker does not answer: {}", e.getMessage());
      return false;
    }
  }

  private static boolean pause(BackOffExecution backOff) {
    try {
      Thread.sleep(backOff.nextBackOff());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Stream<NewTopic> topics() {
    var all = new TreeSet<>(Topics.all());
    heard().forEach(topic -> all.addAll(List.of(topic, DeadLetters.topicOf(topic, group))));
    return all.stream().map(this::topic);
  }

  private Stream<String> heard() {
    return listeners.getListenerContainers().stream()
        .map(MessageListenerContainer::getContainerProperties)
        .flatMap(container -> Stream.of(requireNonNull(container.getTopics())));
  }

  private NewTopic topic(String name) {
    var topic =
        TopicBuilder.name(name).partitions(settings.partitions()).replicas(settings.replicas());
    return topic.configs(policies.of(name)).build();
  }
}
