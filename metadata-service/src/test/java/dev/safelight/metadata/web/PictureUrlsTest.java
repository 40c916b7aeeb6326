package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.metadata.catalog.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PictureUrlsTest {

  @Test
  void srcsetHasWhatDiffersInSizeAlone() {
    assertThat(
            srcset(
                variant("wide", "image/jpeg", 600, 400),
                variant("narrow", "image/jpeg", 150, 100),
                variant("again", "image/jpeg", 600, 400),
                variant("modern", "image/webp", 300, 200),
                variant("square", "image/jpeg", 200, 200),
                variant("original", "image/jpeg", 3000, 2000),
                variant("custom", "image/jpeg", 900, 600)))
        .matches("\\S+/narrow\\?v=r 150w, \\S+/wide\\?v=r 600w");
  }

  @Test
  void srcsetOfNothingIsNone() {
    assertThat(srcset()).isNull();
    assertThat(srcset(variant("original", "image/jpeg", 3000, 2000))).isNull();
  }

  private static @Nullable String srcset(Variant... variants) {
    var development =
        new Development(
            new Dimensions(3000, 2000),
            "r",
            List.of(variants),
            Appearance.UNKNOWN,
            Shot.UNKNOWN,
            Samples.START);
    return new ImageUrls("/pictures/", development, null).srcset();
  }

  private static Variant variant(String name, String mimeType, int width, int height) {
    return new Variant(name, "key", mimeType, new Dimensions(width, height), 1, "");
  }
}
