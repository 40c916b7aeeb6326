package dev.safelight.eventing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.validation.annotation.Validated;

/**
 * How patient consumers are, and how topics are made.
 *
 * @param firstRetry wait before the first retry; doubles each time
 * @param longestRetry upper bound of one wait; must stay well below max.poll.interval.ms (5 min)
 * @param defectRetries retries of a defect before its record is parked; an outage is retried
 *     without end
 * @param partitions partitions of each topic we make: the most instances of a service that can
 *     share its work
 * @param replicas copies of each partition; 3 on a cluster that is to survive the loss of a broker
 * @param retention how long topics that keep events by time keep them: dead letters, erased
 *     accounts, and all of them if {@code history.mode} is {@code timed}
 * @param history what the topics of images keep
 */
@Validated
@ConfigurationProperties("safelight.eventing")
record EventingProperties(
    @DefaultValue("500ms") Duration firstRetry,
    @DefaultValue("30s") Duration longestRetry,
    @DefaultValue("3") @PositiveOrZero int defectRetries,
    @DefaultValue("6") @Min(1) int partitions,
    @DefaultValue("1") @Min(1) short replicas,
    @DefaultValue("30d") Duration retention,
    @DefaultValue @Valid TopicHistory history) {

  BackOff outageBackOff() {
    return backOff();
  }

  BackOff defectBackOff() {
    var backOff = backOff();
    backOff.setMaxAttempts(defectRetries);
    return backOff;
  }

  private ExponentialBackOff backOff() {
    var backOff = new ExponentialBackOff(firstRetry.toMillis(), 2);
    backOff.setMaxInterval(longestRetry.toMillis());
    return backOff;
  }
}
