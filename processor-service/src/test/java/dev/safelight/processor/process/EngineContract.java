package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.process.overlay.Overlays;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What all parts of the contract need: an engine to try, and eyes to look at what it made. */
public abstract class EngineContract {

  /** Far below what an eye sees at a glance, and above what lossy formats do to flat colours. */
  static final int TOLERANCE = 10;

  static final List<VariantSpec> STANDARD =
      VariantSets.standard(new Qualities(85, 80, 50)).resolve(ProcessingRequest.NONE);

  /** The name of the one image that engines under test may lay over pictures. */
  static final String LOGO = "logo";

  /** What the engine under test has to be opened with. */
  public static final WatermarkImages MARKS =
      new WatermarkImages(Map.of(LOGO, Files.write("png", Photo.transparent(80, 40))));

  /** What engines lay over pictures, to be compared with. */
  static final Overlays OVERLAYS = new Overlays(MARKS);

  /** The engine that has to keep the contract, opened with {@link #MARKS}. */
  protected abstract ImageEngine engine();

  DevelopedImage develop(byte[] file) {
    return develop(file, STANDARD);
  }

  DevelopedImage develop(byte[] file, List<VariantSpec> specs) {
    return engine().develop(new SourceImage(file, ImageHeaders.read(file)), specs);
  }

  /** Asserts that every variant shows the scene. */
  void assertShows(DevelopedImage developed, Scene scene) {
    for (var variant : developed.variants()) {
      assertShows(variant, scene);
    }
  }

  void assertShows(EncodedVariant variant, Scene scene) {
    var seen = decode(variant);
    var expected = scene.draw(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_ARGB);
    assertThat(meanError(seen, expected)).as(variant.name()).isLessThan(TOLERANCE);
    for (int corner = 0; corner < 4; corner++) {
      int x = (1 + 2 * (corner % 2)) * seen.getWidth() / 4;
      int y = (1 + 2 * (corner / 2)) * seen.getHeight() / 4;
      assertThat(error(seen.getRGB(x, y), expected.getRGB(x, y)))
          .as("corner %d of %s: %08x", corner, variant.name(), seen.getRGB(x, y))
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }

  static BufferedImage decode(EncodedVariant variant) {
    try {
      var picture = ImageIO.read(new ByteArrayInputStream(variant.content()));
      assertThat(picture.getWidth()).isEqualTo(variant.width());
      assertThat(picture.getHeight()).isEqualTo(variant.height());
      return packed(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Grey samples are copied, as Java takes them for linear light and would show them too bright.
   */
  private static BufferedImage packed(BufferedImage picture) {
    var packed =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    boolean gray = picture.getColorModel().getNumColorComponents() == 1;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int color = picture.getRGB(x, y);
        int luma = gray ? picture.getRaster().getSample(x, y, 0) * 0x010101 : color & 0xFFFFFF;
        packed.setRGB(x, y, (color & 0xFF000000) | luma);
      }
    }
    return packed;
  }

  private static double meanError(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        sum += error(one.getRGB(x, y), other.getRGB(x, y));
      }
    }
    return (double) sum / one.getWidth() / one.getHeight();
  }

  /** Largest difference of any channel; what cannot be seen has no colour. */
  static int error(int one, int other) {
    int alpha = Math.abs((one >>> 24) - (other >>> 24));
    if (one >>> 24 == 0 && other >>> 24 == 0) {
      return 0;
    }
    return Math.max(
        alpha,
        Math.max(
            channel(one, other, 16), Math.max(channel(one, other, 8), channel(one, other, 0))));
  }

  private static int channel(int one, int other, int shift) {
    return Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
  }
}
