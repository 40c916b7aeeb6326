package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.GaussianBlur;
import dev.safelight.processor.pixels.Layers;
import dev.safelight.processor.pixels.Luma;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.pixels.Turn;
import dev.safelight.processor.pixels.UnsharpMask;
import dev.safelight.processor.process.overlay.Overlay;
import dev.safelight.processor.process.overlay.Overlays;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Box;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Frame;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Watermark;
import java.util.List;

/** Does what steps say. */
final class Steps {

  private final Overlays overlays;

  Steps(Overlays overlays) {
    this.overlays = overlays;
  }

  /** What becomes of the original of a cascade, through which a resize at the beginning goes. */
  Picture apply(List<PixelStep> steps, Cascade cascade) {
    var original = cascade.original();
    if (!steps.isEmpty() && steps.getFirst() instanceof Resize resize) {
      var resized = cascade.framed(resize.frame(original.size().width(), original.size().height()));
      return apply(steps.subList(1, steps.size()), resized);
    }
    return apply(steps, original.picture());
  }

  private Picture apply(List<PixelStep> steps, Picture original) {
    var picture = original;
    for (var step : steps) {
      picture = apply(step, picture);
    }
    return picture;
  }

  private Picture apply(PixelStep step, Picture picture) {
    return switch (step) {
      case Resize resize -> framed(picture, resize.frame(picture.width(), picture.height()));
      case Crop crop -> cut(picture, crop.box(picture.width(), picture.height()));
      case Rotate rotate -> Turn.clockwise(rotate.angle()).apply(picture);
      case Grayscale() -> Luma.of(picture);
      case Blur blur -> new GaussianBlur(blur.radius()).apply(picture);
      case Sharpen sharpen -> new UnsharpMask(sharpen.radius(), sharpen.amount()).apply(picture);
      case Watermark watermark ->
          marked(picture, overlays.of(watermark, picture.width(), picture.height()));
    };
  }

  private static Picture framed(Picture picture, Frame frame) {
    return new Cascade(Original.of(picture)).framed(frame);
  }

  private static Picture cut(Picture picture, Box box) {
    return picture.crop(box.left(), box.top(), box.width(), box.height());
  }

  private static Picture marked(Picture picture, Overlay overlay) {
    var mark = new Picture(overlay.width(), overlay.height(), true, overlay.argb());
    var layers = new Layers(picture);
    for (var place : overlay.places(picture.width(), picture.height())) {
      layers.lay(mark, place.left(), place.top());
    }
    return layers.picture();
  }
}
