package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Samples;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Secrets;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of file, in every colour model it has, with alpha or without, turned in every way it
 * can be, from one pixel to longer than any screen: the same scene in exact sizes.
 */
public abstract class KindContract extends EngineContract {

  /** Mean CIEDE2000 of a whole variant; what lossy formats do to flat colours and their edges. */
  private static final double MAX_DELTA_E = 2.5;

  private static final List<Size> SIZES =
      List.of(
          new Size(1, 1),
          new Size(2, 3),
          new Size(1, 20_000),
          new Size(20_000, 1),
          new Size(120, 80),
          new Size(50, 40),
          new Size(333, 251));

  private static final List<VariantSpec> SPECS =
      List.of(
          VariantSpec.within(120, "natural", FormatChoice.NATURAL, 90),
          VariantSpec.within(120, "webp", FormatChoice.WEBP, 90),
          VariantSpec.within(30, "png", FormatChoice.PNG, 90),
          VariantSpec.within(100, "jpeg", FormatChoice.JPEG, 90),
          VariantSpec.within(60, "gif", FormatChoice.GIF, 90),
          new VariantSpec("original", List.of(), FormatChoice.NATURAL, 90));

  /** Writes a picture of the colours of a scene. */
  @FunctionalInterface
  interface Writer {
    byte[] file(BufferedImage picture);
  }

  /** Writes a picture as it is stored when it is to be shown by an orientation. */
  @FunctionalInterface
  interface Camera {
    byte[] photo(BufferedImage stored, int orientation);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("baseline JPEG", Jpegs::plain),
        kind("progressive JPEG", Jpegs::progressive),
        gray("grey JPEG", p -> Jpegs.plain(gray(p, BufferedImage.TYPE_BYTE_GRAY))),
        gray(
            "grey progressive JPEG", p -> Jpegs.progressive(gray(p, BufferedImage.TYPE_BYTE_GRAY))),
        kind("JPEG of inks", Jpegs::cmyk),
        kind("JPEG of inks as YCCK", Jpegs::ycck),
        kind("PNG", p -> Files.write("png", p)),
        kind("PNG of 16 bits", p -> Files.write("png", Samples.deep(p))),
        gray("grey PNG", p -> Files.write("png", gray(p, BufferedImage.TYPE_BYTE_GRAY))),
        gray(
            "grey PNG of 16 bits",
            p -> Files.write("png", gray(p, BufferedImage.TYPE_USHORT_GRAY))),
        see("transparent PNG", p -> Files.write("png", p)),
        see("transparent PNG of 16 bits", p -> Files.write("png", Samples.deep(p))),
        kind("GIF", p -> Files.write("gif", p)),
        kind("lossless WebP", p -> Files.write("webp", p)),
        kind("lossy WebP", Webps::lossy),
        see("transparent lossless WebP", p -> Files.write("webp", p)),
        see("transparent lossy WebP", Webps::lossy),
        kind("BMP", p -> Files.write("bmp", Samples.as(p, BufferedImage.TYPE_3BYTE_BGR))),
        kind("TIFF", p -> Tiffs.rgb(p).done()),
        kind("TIFF of 16 bits", p -> Tiffs.deep(p).done()),
        kind("TIFF of inks", p -> Tiffs.inks(p).done()),
        gray("grey TIFF", p -> Tiffs.gray(p).done()),
        see("transparent TIFF", p -> Tiffs.transparent(p).done()));
  }

  static Stream<Arguments> cameras() {
    return Stream.of(
        Arguments.of("baseline JPEG", camera(Jpegs::photo), Scene.COLORED),
        Arguments.of(
            "progressive JPEG", camera((p, o) -> tagged(Jpegs.progressive(p), o)), Scene.COLORED),
        Arguments.of(
            "grey JPEG",
            camera((p, o) -> tagged(Jpegs.plain(gray(p, BufferedImage.TYPE_BYTE_GRAY)), o)),
            Scene.GRAY),
        Arguments.of("JPEG of inks", camera((p, o) -> tagged(Jpegs.cmyk(p), o)), Scene.COLORED),
        Arguments.of("transparent PNG", camera(Pngs::photo), Scene.TRANSPARENT),
        Arguments.of("transparent WebP", camera(Webps::photo), Scene.TRANSPARENT),
        Arguments.of(
            "TIFF of 16 bits", camera((p, o) -> Tiffs.deep(p).oriented(o).done()), Scene.COLORED),
        Arguments.of(
            "transparent TIFF",
            camera((p, o) -> Tiffs.transparent(p).oriented(o).done()),
            Scene.TRANSPARENT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void showsItsSceneInEverySize(String kind, Writer writer, Scene scene) {
    for (var size : SIZES) {
      if (!kind.contains("WebP") || Math.max(size.width(), size.height()) < 16_384) {
        assertDeveloped(writer.file(drawn(scene, size)), size, scene);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cameras")
  void isUprightInEveryOrientation(String kind, Camera camera, Scene scene) {
    for (var size : List.of(new Size(160, 96), new Size(1, 50), new Size(2, 1))) {
      for (int orientation = 1; orientation <= 8; orientation++) {
        var stored = Scene.stored(drawn(scene, size), orientation);
        assertDeveloped(camera.photo(stored, orientation), size, scene);
      }
    }
  }

  private void assertDeveloped(byte[] file, Size size, Scene scene) {
    var developed = develop(file, SPECS);
    assertThat(new Size(developed.width(), developed.height())).isEqualTo(size);
    for (int i = 0; i < SPECS.size(); i++) {
      var variant = developed.variants().get(i);
      assertThat(new Size(variant.width(), variant.height()))
          .as("%s of %s", variant.name(), size)
          .isEqualTo(expected(SPECS.get(i), size));
      if (showsColors(size, scene)) {
        assertColors(variant, scene, size);
      }
    }
  }

  private static Size expected(VariantSpec spec, Size size) {
    return spec.steps().isEmpty()
        ? size
        : ((Resize) spec.steps().getFirst()).frame(size.width(), size.height()).frame();
  }

  private static void assertColors(EncodedVariant variant, Scene scene, Size original) {
    var seen = decode(variant);
    var drawn = drawn(scene, original);
    var expected = Reference.resize(drawn, seen.getWidth(), seen.getHeight());
    assertThat(DeltaE.mean(seen, expected))
        .as("Delta E of %s of %s", variant.name(), original)
        .isLessThan(limit(variant.format(), scene));
  }

  /** Lossy formats mix the colours of neighbours, and a picture of a few pixels is all edges. */
  private static boolean showsColors(Size size, Scene scene) {
    return (size.equals(new Size(1, 1)) && !scene.equals(Scene.TRANSPARENT))
        || Math.min(size.width(), size.height()) >= 40;
  }

  /**
   * GIF has no half transparency: whatever it shows instead is wrong in a quarter of the picture.
   */
  private static double limit(PictureFormat format, Scene scene) {
    return format == PictureFormat.GIF && scene.equals(Scene.TRANSPARENT) ? 15 : MAX_DELTA_E;
  }

  private static BufferedImage drawn(Scene scene, Size size) {
    boolean opaque = scene.topLeft() >>> 24 == 255;
    return scene.draw(
        size.width(),
        size.height(),
        opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
  }

  private static BufferedImage gray(BufferedImage picture, int type) {
    return Samples.gray(picture, type);
  }

  private static byte[] tagged(byte[] jpeg, int orientation) {
    var exif = new java.io.ByteArrayOutputStream();
    exif.writeBytes("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    exif.writeBytes(Secrets.exif(orientation));
    return Jpegs.with(jpeg, 0xE1, exif.toByteArray());
  }

  private static Camera camera(Camera camera) {
    return camera;
  }

  private static Arguments kind(String name, Writer writer) {
    return Arguments.of(name, writer, Scene.COLORED);
  }

  private static Arguments gray(String name, Writer writer) {
    return Arguments.of(name, writer, Scene.GRAY);
  }

  private static Arguments see(String name, Writer writer) {
    return Arguments.of(name, writer, Scene.TRANSPARENT);
  }
}
