package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.overlay.Overlays;
import dev.safelight.recipe.VariantSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Develops with libvips, one thread for each image. */
final class VipsEngine implements ImageEngine {

  /** To be raised with every change of ours that gives other bytes. */
  private static final int REVISION = 1;

  private final Vips vips;
  private final Stills stills;
  private final Reels reels;
  private final Set<PictureFormat> formats;

  VipsEngine(Vips vips, Overlays overlays) {
    var steps = new Steps(overlays);
    this.vips = vips;
    this.formats = formats(vips);
    this.stills = new Stills(vips, steps, formats);
    this.reels = new Reels(vips, steps);
  }

  private static Set<PictureFormat> formats(Vips vips) {
    return Encoder.writesAvif(vips)
        ? EnumSet.allOf(PictureFormat.class)
        : EnumSet.complementOf(EnumSet.of(PictureFormat.AVIF));
  }

  @Override
  public String identity() {
    return "safelight-vips %d (libvips %s)".formatted(REVISION, vips.version());
  }

  @Override
  public Set<PictureFormat> formats() {
    return Set.copyOf(formats);
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    try {
      return develop(source, specs, Tolerance.NONE);
    } catch (BadImageException verdict) {
      if (!JpegWarnings.areHarmless(source)) {
        throw verdict;
      }
      return develop(source, specs, Tolerance.WARNINGS);
    }
  }

  private DevelopedImage develop(SourceImage source, List<VariantSpec> specs, Tolerance tolerance) {
    try (var job = vips.begin()) {
      return new Development(job, source, tolerance, stills, reels).develop(specs);
    }
  }
}
