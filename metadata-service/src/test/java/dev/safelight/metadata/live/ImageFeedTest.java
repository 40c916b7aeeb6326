package dev.safelight.metadata.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Samples;
import org.junit.jupiter.api.Test;

class ImageFeedTest {

  @Test
  void nothingMoreIsToBeExpectedOfWhatIsSettled() {
    assertThat(ImageFeed.isOver(Samples.ready(true))).isTrue();
    assertThat(ImageFeed.isOver(Samples.rejected(true))).isTrue();
    assertThat(ImageFeed.isOver(Samples.deleted(true))).isTrue();
  }

  @Test
  void whatIsHeldWillBeDecided() {
    assertThat(ImageFeed.isOver(Samples.held(true))).isFalse();
    assertThat(ImageFeed.isOver(Samples.pending())).isFalse();
  }
}
