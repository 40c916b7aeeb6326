package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.overlay.Overlays;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Watermark;
import java.util.List;

/** Does to a picture what a specification says. */
final class Steps {

  private final Overlays overlays;

  Steps(Overlays overlays) {
    this.overlays = overlays;
  }

  /** The picture after all steps, in their order. */
  VipsImage apply(VipsJob job, List<PixelStep> steps, VipsImage picture) {
    var result = picture;
    for (var step : steps) {
      result = apply(job, step, result);
    }
    return result;
  }

  private VipsImage apply(VipsJob job, PixelStep step, VipsImage picture) {
    int width = picture.width();
    int height = picture.height();
    return switch (step) {
      case Resize resize -> {
        var frame = resize.frame(width, height);
        yield Framing.in(frame, Scaling.to(frame.scaled(), picture));
      }
      case Crop crop -> Framing.cut(crop.box(width, height), picture);
      case Rotate rotate -> Turn.by(rotate.angle(), picture.computed());
      case Grayscale gray -> Filters.gray(job, picture);
      case Blur blur -> Filters.blurred(picture, blur.radius());
      case Sharpen sharpen -> Filters.sharpened(job, picture, sharpen);
      case Watermark mark -> Stamp.on(job, picture, overlays.of(mark, width, height));
    };
  }
}
