package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Effort;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.Preview;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Develops in Java alone. Memory at its peak: three integers for each pixel of the original, beside
 * the original's bytes and the variants.
 */
class ImageIoEngine implements ImageEngine {

  /** To be raised with every change that gives other bytes, new versions of libraries included. */
  private static final String IDENTITY = "safelight-imageio 1";

  private static final Set<PictureFormat> FORMATS =
      EnumSet.of(PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.WEBP);

  private final Decoder decoder = new Decoder(new Readers());
  private final PictureWriter writer = new PictureWriter();

  @Override
  public String identity() {
    return IDENTITY;
  }

  @Override
  public Set<PictureFormat> formats() {
    return FORMATS;
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    long began = System.nanoTime();
    var picture = shown(source);
    long decoded = System.nanoTime();
    var cascade = new Cascade(picture);
    var variants = new HashMap<String, EncodedVariant>();
    var largestFirst = new ArrayList<>(specs);
    largestFirst.sort(Comparator.comparingInt(ImageIoEngine::edge).reversed());
    for (var spec : largestFirst) {
      variants.put(spec.name(), encode(cascade.fitting(edge(spec)), spec));
    }
    return new DevelopedImage(
        picture.getWidth(),
        picture.getHeight(),
        picture.getColorModel().hasAlpha(),
        specs.stream().map(spec -> variants.get(spec.name())).toList(),
        preview(cascade.fitting(Preview.MAX_EDGE)),
        PhotoFacts.NONE,
        new Effort(
            Duration.ofNanos(decoded - began), Duration.ofNanos(System.nanoTime() - decoded)));
  }

  private static int edge(VariantSpec spec) {
    return spec.steps().isEmpty() ? Resize.FREE : ((Resize) spec.steps().getFirst()).width();
  }

  private static Preview preview(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return new Preview(
        width, height, picture.getRGB(0, 0, width, height, new int[width * height], 0, width));
  }

  /** The picture as people see it. One variable, so that each step's input is free to go. */
  private BufferedImage shown(SourceImage source) {
    var type = source.header().type();
    var content = source.content();
    var picture = decoder.decode(source);
    picture = Srgb.convert(picture, type == ImageType.PNG ? PngProfile.of(content) : null);
    picture = FirstFrame.onCanvas(picture, content, type);
    picture = Opacity.withoutNeedlessAlpha(picture);
    return new Turn(source.orientation()).apply(picture);
  }

  private EncodedVariant encode(BufferedImage picture, VariantSpec spec) {
    boolean hasAlpha = picture.getColorModel().hasAlpha();
    var format = PictureFormat.chosen(spec.format(), hasAlpha, FORMATS);
    var content =
        switch (format) {
          case JPEG -> writer.jpeg(picture, spec.quality());
          case PNG -> writer.png(picture);
          case WEBP -> writer.webp(picture, spec.quality());
          case GIF, AVIF -> throw new UnsupportedOperationException(format.name());
        };
    return new EncodedVariant(
        spec.name(), format, picture.getWidth(), picture.getHeight(), content);
  }
}
