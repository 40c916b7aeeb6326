package dev.safelight.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  private final UUID cause = UUID.randomUUID();

  @Test
  void theSameCauseGivesTheSameId() {
    assertThat(EventIds.derived("image.cleared", cause))
        .isEqualTo(EventIds.derived("image.cleared", cause));
  }

  @Test
  void anotherTopicCauseOrDetailGivesAnotherId() {
    assertThat(EventIds.derived("image.cleared", cause))
        .isNotEqualTo(EventIds.derived("image.rejected", cause))
        .isNotEqualTo(EventIds.derived("image.cleared", UUID.randomUUID()))
        .isNotEqualTo(EventIds.derived("image.cleared", cause, "recipe"));
  }
}
