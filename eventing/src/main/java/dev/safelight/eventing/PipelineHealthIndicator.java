package dev.safelight.eventing;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down while a consumer has stopped or waits for something that is away. */
class PipelineHealthIndicator extends AbstractHealthIndicator {

  private final KafkaListenerEndpointRegistry listeners;
  private final OutageMonitor monitor;

  PipelineHealthIndicator(KafkaListenerEndpointRegistry listeners, OutageMonitor monitor) {
    this.listeners = listeners;
    this.monitor = monitor;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    listeners.getListenerContainers().stream()
        .filter(container -> container.isAutoStartup() && stopped(container))
        .forEach(
            stopped ->
                health.down().withDetail(String.valueOf(stopped.getListenerId()), "stopped"));
    monitor
        .current()
        .forEach(
            (partition, outage) ->
                health
                    .down()
                    .withDetail(
                        partition.toString(),
                        "waiting since " + outage.since() + ": " + outage.reason()));
  }

  private static boolean stopped(MessageListenerContainer container) {
    return !container.isRunning() || !container.isInExpectedState();
  }
}
