package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Effort;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Develops one original. */
final class Development {

  private final Vips vips;
  private final VipsJob job;
  private final Steps steps;
  private final Set<PictureFormat> formats;

  Development(Vips vips, VipsJob job, Steps steps, Set<PictureFormat> formats) {
    this.vips = vips;
    this.job = job;
    this.steps = steps;
    this.formats = formats;
  }

  DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    long began = System.nanoTime();
    var negative = new Negative(job, source);
    var size = negative.size();
    var starts = specs.stream().map(spec -> Start.of(spec, size)).toList();
    var cascade = new Cascade(negative.print(Start.largest(starts, size)));
    long decoded = System.nanoTime();
    var variants = variants(cascade, starts);
    var preview = Previews.of(cascade.at(Previews.sizeOf(size)));
    return new DevelopedImage(
        size.width(),
        size.height(),
        negative.hasAlpha(),
        specs.stream().map(spec -> variants.get(spec.name())).toList(),
        preview,
        PhotoFacts.NONE,
        new Effort(
            Duration.ofNanos(decoded - began), Duration.ofNanos(System.nanoTime() - decoded)));
  }

  /** Large ones first, so that small ones can be made of them. */
  private Map<String, EncodedVariant> variants(Cascade cascade, List<Start> starts) {
    var largestFirst =
        starts.stream().sorted(Comparator.comparingLong(Start::pixels).reversed()).toList();
    var variants = new HashMap<String, EncodedVariant>();
    for (var start : largestFirst) {
      var spec = start.spec();
      variants.put(spec.name(), variant(start, cascade.at(start.size())));
    }
    return variants;
  }

  private EncodedVariant variant(Start start, VipsImage scaled) {
    try (var own = vips.begin()) {
      var spec = start.spec();
      var picture = steps.apply(own, start.rest(), start.framed(own.borrow(scaled)));
      var format = PictureFormat.chosen(spec.format(), picture.hasAlpha(), formats);
      var content = Encoder.encode(picture, format, spec.quality());
      return new EncodedVariant(spec.name(), format, picture.width(), picture.height(), content);
    }
  }
}
