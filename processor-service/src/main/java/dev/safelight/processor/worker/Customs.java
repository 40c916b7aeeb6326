package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Set;

/**
 * Looks into what a worker hands over, as whoever took a decoder over may hand over anything:
 * pictures have to be those asked for, and pictures.
 */
final class Customs {

  private static final int BRAND_END = 12;
  private static final Set<String> AVIF = Set.of("ftypavif", "ftypavis");

  private Customs() {}

  /**
   * Lets an image pass, or not.
   *
   * @throws GarbageException if it is not what was to be made of the original
   */
  static DevelopedImage passed(DevelopedImage image, ImageHeader original, List<VariantSpec> specs)
      throws GarbageException {
    int edge = Math.max(original.width(), original.height());
    require(image.width() > 0 && image.width() <= edge, "The original's width is another");
    require(image.height() > 0 && image.height() <= edge, "The original's height is another");
    var names = image.variants().stream().map(EncodedVariant::name).toList();
    require(names.equals(specs.stream().map(VariantSpec::name).toList()), "Other pictures");
    for (var variant : image.variants()) {
      require(isPicture(variant), "A picture that is none");
    }
    return image;
  }

  private static boolean isPicture(EncodedVariant variant) {
    if (variant.format() == PictureFormat.AVIF) {
      return isAvif(variant.content());
    }
    try {
      var header = ImageHeaders.read(variant.content());
      return header.type().mimeType().equals(variant.format().mimeType())
          && header.width() == variant.width()
          && header.height() == variant.height();
    } catch (UnknownImageTypeException | MalformedImageException e) {
      return false;
    }
  }

  /** The first box of the file names its brand (ISO 14496-12, section 4.3). */
  private static boolean isAvif(byte[] content) {
    return content.length > BRAND_END && AVIF.contains(new String(content, 4, 8, ISO_8859_1));
  }

  private static void require(boolean asItShouldBe, String otherwise) throws GarbageException {
    if (!asItShouldBe) {
      throw new GarbageException(otherwise);
    }
  }
}
