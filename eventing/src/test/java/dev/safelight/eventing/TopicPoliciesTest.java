package dev.safelight.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopicPoliciesTest {

  private static final String DAY = "86400000";

  @Test
  void topicsOfImagesKeepTheLatestEventAndForgetWithinAMonth() {
    assertThat(policy(Map.of(), Topics.IMAGE_UPLOADED))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", "" + 7 * Long.parseLong(DAY))
        .containsEntry("max.compaction.lag.ms", "" + 14 * Long.parseLong(DAY))
        .containsEntry("delete.retention.ms", "" + 7 * Long.parseLong(DAY))
        .containsEntry("segment.ms", "" + 6 * 3_600_000);
  }

  @Test
  void whatIsErasedAtPurgeIsCompacted() {
    assertThat(Topics.erasedAtPurge())
        .hasSize(8)
        .allMatch(Topics.all()::contains)
        .allMatch(Topics::isCompacted)
        .doesNotContain(Topics.IMAGE_PURGED);
  }

  @Test
  void deadLettersAndErasedAccountsAreKeptForATime() {
    for (var topic : new String[] {"image.uploaded.scanner-dlt", Topics.ACCOUNT_ERASED}) {
      assertThat(policy(Map.of("retention", "1d"), topic))
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", DAY);
    }
  }

  /** A purge can't erase them. */
  @Test
  void replaysAreKeptForAsLongAsWhatAPurgeErasesAtLeast() {
    assertThat(policy(Map.of("retention", "30d"), "image.uploaded.scanner-replay"))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "" + 7 * Long.parseLong(DAY))
        .containsEntry("segment.ms", "" + 6 * 3_600_000);
    assertThat(policy(Map.of("retention", "1d"), "image.uploaded.scanner-replay.scanner-dlt"))
        .containsEntry("retention.ms", DAY);
  }

  @Test
  void thoseWhoWantRetentionByTimeGetIt() {
    var timed = Map.of("history.mode", "timed", "retention", "1d");
    assertThat(policy(timed, Topics.IMAGE_UPLOADED))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", DAY);
    assertThat(policy(timed, Topics.ITEM_CHANGED)).containsEntry("cleanup.policy", "compact");
  }

  private static Map<String, String> policy(Map<String, String> settings, String topic) {
    var bound =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("", EventingProperties.class);
    return new TopicPolicies(bound).of(topic);
  }
}
