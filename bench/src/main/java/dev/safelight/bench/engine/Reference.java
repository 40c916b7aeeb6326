package dev.safelight.bench.engine;

import java.util.HashMap;
import java.util.Map;

/** A photo as it should look, in every size that is asked for. */
final class Reference {

  private final Luma whole;
  private final Map<String, Luma> scaled = new HashMap<>();

  /** From the whole photo in its own size. */
  Reference(Luma whole) {
    this.whole = whole;
  }

  /** How much of it is in a variant, whatever the size of that: an SSIM. */
  double similarity(Luma variant) {
    int width = variant.width();
    int height = variant.height();
    var same =
        scaled.computeIfAbsent(width + "x" + height, _ -> Lanczos.scale(whole, width, height));
    return Ssim.of(same, variant);
  }
}
