package dev.safelight.processor.worker;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Develops a picture of ours, so that the engine has loaded what it needs before the first one of
 * somebody else's comes, and before the worker may no longer write.
 */
final class WarmUp {

  /** A PNG of 8 × 8 pixels with transparency. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAY0lEQVR42hXKMQEEMQgAMJRUCUpQ"
                  + "wngqUIKSGvpPh2yJiO93SIpm2Pj6EnEEkqIZ9gjnhRRIimbYFPKFEkiKZtgS6oUWSIpm2Bb6hRFI"
                  + "imbYEeaFFUiKZtgV9oUrkBTNsFfgD6IOi9F9YTnYAAAAAElFTkSuQmCC");

  private static final List<PixelStep> STEPS =
      List.of(
          Resize.within(4),
          new Watermark(new Mark.Text("a", 0xFFFFFF), Position.CENTER, 0.5, 0, 1, false));

  private WarmUp() {}

  static void of(ImageEngine engine) {
    var specs = engine.formats().stream().map(WarmUp::spec).toList();
    engine.develop(new SourceImage(PICTURE, ImageHeaders.read(PICTURE)), specs);
  }

  private static VariantSpec spec(PictureFormat format) {
    var choice = FormatChoice.valueOf(format.name());
    return new VariantSpec(format.name().toLowerCase(Locale.ROOT), STEPS, choice, 50);
  }
}
