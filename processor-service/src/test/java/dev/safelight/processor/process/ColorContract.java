package dev.safelight.processor.process;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Profiles;
import dev.safelight.processor.scene.Samples;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the samples of a file mean, variants show the same colours in sRGB. */
public abstract class ColorContract extends EngineContract {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 80;

  /** Published values: what sRGB's own corners are in Display P3. */
  private static final Scene IN_P3 = new Scene(0xFFEA3323, 0xFF75FB4C, 0xFF0000F5, 0xFF808080);

  private static final Scene CORNERS = new Scene(0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF808080);

  private static final Scene INKS = new Scene(0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF);

  /** What the inks look like with cyan and yellow, so red and blue, swapped. */
  private static final Scene SWAPPED = new Scene(0xFF0000FF, 0xFF00FF00, 0xFFFF0000, 0xFFFFFFFF);

  /** Published values: sRGB's green, yellow, cyan and white in Adobe RGB (1998). */
  private static final Scene IN_ADOBE = new Scene(0xFF90FF3C, 0xFFFFFF3C, 0xFF90FFFF, 0xFFFFFFFF);

  private static final Scene GREENISH = new Scene(0xFF00FF00, 0xFFFFFF00, 0xFF00FFFF, 0xFFFFFFFF);

  /** Linear light that sRGB shows as the greys of {@link Scene#GRAY}. */
  private static final Scene LINEAR_GRAY =
      new Scene(0xFF040404, 0xFF1E1E1E, 0xFF5A5A5A, 0xFFBEBEBE);

  static Stream<Arguments> plain() {
    var colored = draw(Scene.COLORED);
    return Stream.of(
        Arguments.of("JPEG", Jpegs.plain(colored)),
        Arguments.of("JPEG of inks", Jpegs.cmyk(colored)),
        Arguments.of("JPEG of inks as YCCK", Jpegs.ycck(colored)),
        Arguments.of("PNG", Files.write("png", colored)),
        Arguments.of(
            "PNG of a palette", Files.write("png", Samples.palette(Scene.COLORED, WIDTH, HEIGHT))),
        Arguments.of("PNG of 16 bits", Files.write("png", Samples.deep(colored))),
        Arguments.of("GIF", Files.write("gif", colored)),
        Arguments.of("BMP", Files.write("bmp", Samples.as(colored, BufferedImage.TYPE_3BYTE_BGR))),
        Arguments.of(
            "BMP of a palette", Files.write("bmp", Samples.palette(Scene.COLORED, WIDTH, HEIGHT))),
        Arguments.of("WebP", Files.write("webp", colored)),
        Arguments.of("TIFF", Tiffs.rgb(colored).done()),
        Arguments.of("TIFF of 16 bits", Tiffs.deep(colored).done()),
        Arguments.of("TIFF with an unexplained sample", Tiffs.unexplained(colored).done()),
        Arguments.of("TIFF of inks", Tiffs.inks(colored).done()));
  }

  static Stream<Arguments> gray() {
    var gray = draw(Scene.GRAY);
    var bytes = Samples.gray(gray, BufferedImage.TYPE_BYTE_GRAY);
    var deep = Samples.gray(gray, BufferedImage.TYPE_USHORT_GRAY);
    return Stream.of(
        Arguments.of("JPEG", Jpegs.plain(bytes)),
        Arguments.of("PNG", Files.write("png", bytes)),
        Arguments.of("PNG of 16 bits", Files.write("png", deep)),
        Arguments.of("TIFF", Tiffs.gray(gray).done()));
  }

  static Stream<Arguments> profiled() {
    var p3 = Profiles.displayP3();
    var adobe = Profiles.adobeRgb();
    var linear = Profiles.gray(1);
    var inks = Profiles.swappedInks();
    var linearGray = Samples.gray(draw(LINEAR_GRAY), BufferedImage.TYPE_BYTE_GRAY);
    var paletteP3 = Samples.palette(IN_P3, WIDTH, HEIGHT);
    return Stream.of(
        Arguments.of("JPEG in P3", Jpegs.profiled(draw(IN_P3), p3), CORNERS),
        Arguments.of("PNG in P3", Pngs.profiled(draw(IN_P3), p3), CORNERS),
        Arguments.of("WebP in P3", Webps.profiled(draw(IN_P3), p3), CORNERS),
        Arguments.of("TIFF in P3", Tiffs.rgb(draw(IN_P3)).profiled(p3).done(), CORNERS),
        Arguments.of("JPEG in Adobe RGB", Jpegs.profiled(draw(IN_ADOBE), adobe), GREENISH),
        Arguments.of("PNG in Adobe RGB", Pngs.profiled(draw(IN_ADOBE), adobe), GREENISH),
        Arguments.of(
            "TIFF in Adobe RGB, 16 bits",
            Tiffs.deep(draw(IN_ADOBE)).profiled(adobe).done(),
            GREENISH),
        Arguments.of("PNG of a palette in P3", Pngs.profiled(paletteP3, p3), CORNERS),
        Arguments.of("grey JPEG, linear", Jpegs.profiled(linearGray, linear), Scene.GRAY),
        Arguments.of("grey PNG, linear", Pngs.profiled(linearGray, linear), Scene.GRAY),
        Arguments.of(
            "grey TIFF, linear", Tiffs.gray(draw(LINEAR_GRAY)).profiled(linear).done(), Scene.GRAY),
        Arguments.of("JPEG of inks", Jpegs.cmyk(draw(INKS), inks), SWAPPED),
        Arguments.of("TIFF of inks", Tiffs.inks(draw(INKS)).profiled(inks).done(), SWAPPED),
        Arguments.of(
            "broken profile", Pngs.profiled(draw(Scene.COLORED), new byte[200]), Scene.COLORED),
        Arguments.of(
            "profile of another space", Pngs.profiled(draw(Scene.COLORED), linear), Scene.COLORED));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void keepsColors(String name, byte[] file) {
    assertShows(develop(file), Scene.COLORED);
  }

  /** Java takes grey for linear light if one lets it, and shows 0x60 as 0xA6. */
  @ParameterizedTest
  @MethodSource("gray")
  void keepsGrays(String name, byte[] file) {
    assertShows(develop(file), Scene.GRAY);
  }

  @ParameterizedTest
  @MethodSource("profiled")
  void obeysProfiles(String name, byte[] file, Scene expected) {
    assertShows(develop(file), expected);
  }

  private static BufferedImage draw(Scene scene) {
    return scene.draw(WIDTH, HEIGHT);
  }
}
