package dev.safelight.eventing;

import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** What the broker is told about keeping and forgetting, per topic. */
class TopicPolicies {

  private final EventingProperties settings;

  TopicPolicies(EventingProperties settings) {
    this.settings = settings;
  }

  /** Topics that aren't ours by name, such as those of dead letters, keep all for a time. */
  Map<String, String> of(String topic) {
    if (Replays.isReplay(topic)) {
      return replayed();
    }
    return isCompacted(topic) ? compacted() : timed();
  }

  /** Items are few and have no end, so no time would be right for them. */
  private boolean isCompacted(String topic) {
    return topic.equals(Topics.ITEM_CHANGED)
        || (Topics.isCompacted(topic) && settings.history().mode() == TopicHistory.Mode.COMPACTED);
  }

  private Map<String, String> compacted() {
    var history = settings.history();
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
        millis(history.minCompactionLag()),
        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
        millis(history.maxCompactionLag()),
        TopicConfig.DELETE_RETENTION_MS_CONFIG,
        millis(history.deleteRetention()),
        TopicConfig.SEGMENT_MS_CONFIG,
        millis(history.segment()));
  }

  /** As no purge erases them, they are gone as soon as what a purge does erase. */
  private Map<String, String> replayed() {
    var history = settings.history();
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        millis(history.minCompactionLag()),
        TopicConfig.SEGMENT_MS_CONFIG,
        millis(history.segment()));
  }

  private Map<String, String> timed() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        millis(settings.retention()));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
