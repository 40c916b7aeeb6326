package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Develops in Java alone. Memory at its peak: three integers for each pixel of the original, beside
 * the original's bytes and the variants.
 */
@Component
class ImageIoEngine implements ImageEngine {

  /** To be raised with every change that gives other bytes, new versions of libraries included. */
  private static final String IDENTITY = "safelight-imageio 1";

  private final Decoder decoder = new Decoder(new Readers());
  private final PictureWriter writer = new PictureWriter();

  @Override
  public String identity() {
    return IDENTITY;
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    var picture = shown(source);
    var cascade = new Cascade(picture);
    var variants = new HashMap<String, EncodedVariant>();
    var largestFirst = new ArrayList<>(specs);
    largestFirst.sort(Comparator.comparingInt(VariantSpec::edge).reversed());
    for (var spec : largestFirst) {
      variants.put(spec.name(), encode(cascade.fitting(spec), spec));
    }
    return new DevelopedImage(
        picture.getWidth(),
        picture.getHeight(),
        specs.stream().map(spec -> variants.get(spec.name())).toList());
  }

  /** The picture as people see it. One variable, so that each step's input is free to go. */
  private BufferedImage shown(SourceImage source) {
    var type = source.header().type();
    var content = source.content();
    var picture = decoder.decode(source);
    picture = Srgb.convert(picture, type == ImageType.PNG ? PngProfile.of(content) : null);
    picture = FirstFrame.onCanvas(picture, content, type);
    picture = Opacity.withoutNeedlessAlpha(picture);
    return Exif.orientation(content, type).apply(picture);
  }

  private EncodedVariant encode(BufferedImage picture, VariantSpec spec) {
    var format = format(picture, spec);
    var content =
        switch (format) {
          case JPEG -> writer.jpeg(picture, spec.quality());
          case PNG -> writer.png(picture);
          case WEBP -> writer.webp(picture, spec.quality());
        };
    return new EncodedVariant(
        spec.name(), format, picture.getWidth(), picture.getHeight(), content);
  }

  private static PictureFormat format(BufferedImage picture, VariantSpec spec) {
    return switch (spec.format()) {
      case NATURAL -> picture.getColorModel().hasAlpha() ? PictureFormat.PNG : PictureFormat.JPEG;
      case JPEG -> PictureFormat.JPEG;
      case WEBP -> PictureFormat.WEBP;
    };
  }
}
