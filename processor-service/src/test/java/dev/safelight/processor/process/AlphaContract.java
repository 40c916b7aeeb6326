package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Gifs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Samples;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Transparent parts stay transparent where the format can, and are white where it cannot. */
public abstract class AlphaContract extends EngineContract {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 320;

  static Stream<Arguments> transparent() {
    var see = Scene.TRANSPARENT.draw(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    return Stream.of(
        Arguments.of("PNG", Files.write("png", see), Scene.TRANSPARENT),
        Arguments.of("PNG of 16 bits", Files.write("png", Samples.deep(see)), Scene.TRANSPARENT),
        Arguments.of("PNG of a palette", palette("png", Scene.TRANSPARENT), Scene.TRANSPARENT),
        Arguments.of("GIF", palette("gif", Scene.CUT_OUT), Scene.CUT_OUT),
        Arguments.of("WebP", Files.write("webp", see), Scene.TRANSPARENT),
        Arguments.of("TIFF", Tiffs.transparent(see).done(), Scene.TRANSPARENT));
  }

  @ParameterizedTest
  @MethodSource("transparent")
  void isKept(String name, byte[] file, Scene scene) {
    var developed = develop(file);
    assertThat(developed.variants().getFirst().format()).isEqualTo(PictureFormat.PNG);
    assertShows(developed, scene);
  }

  @Test
  void isKeptBesideGray() {
    var scene = new Scene(0x00000000, 0x80606060, 0xFFA0A0A0, 0xFFE0E0E0);
    var picture = scene.draw(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    assertShows(develop(Files.write("png", Samples.transparentGray(picture))), scene);
  }

  /** tRNS of a picture without alpha channel: one colour that stands for nothing. */
  @Test
  void isKeptAsAColorThatStandsForIt() {
    var file = Files.write("png", Scene.COLORED.draw(WIDTH, HEIGHT));
    var keyed = Pngs.with(file, "tRNS", new byte[] {0, (byte) 0xC8, 0, 0x32, 0, 0x32});
    var scene = new Scene(0, 0xFF32A03C, 0xFF2846B4, 0xFFE6DC78);
    assertShows(develop(keyed), scene);
  }

  @Test
  void isWhiteWhereTheFormatHasNone() {
    var file =
        Files.write("png", Scene.TRANSPARENT.draw(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB));
    var specs = List.of(VariantSpec.within(100, "flat", FormatChoice.JPEG, 90));
    assertShows(develop(file, specs), new Scene(0xFFFFFFFF, 0xFF98CF9D, 0xFF2846B4, 0xFFE6DC78));
  }

  @Test
  void isDroppedWhereNothingIsTransparent() {
    var opaque = Scene.COLORED.draw(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    var developed = develop(Files.write("png", opaque));
    assertThat(developed.variants().getFirst().format()).isEqualTo(PictureFormat.JPEG);
    assertShows(developed, Scene.COLORED);
  }

  /** Invisible green beside visible red: interpolating without weights would draw a green rim. */
  @Test
  void hasNoColorOfItsOwn() {
    var scene = new Scene(0x0000FF00, 0xFFFF0000, 0x0000FF00, 0xFFFF0000);
    var file = Files.write("png", scene.draw(501, 501, BufferedImage.TYPE_INT_ARGB));
    for (var variant : develop(file).variants()) {
      if (variant.format() == PictureFormat.PNG) {
        var seen = decode(variant);
        for (int x = 0; x < seen.getWidth(); x++) {
          int pixel = seen.getRGB(x, seen.getHeight() / 2);
          assertThat(pixel >>> 24 > 16 ? pixel >> 8 & 0xFF : 0).as(variant.name()).isLessThan(24);
        }
      }
    }
  }

  @Test
  void surroundsTheFirstFrameOfAnAnimationOnItsCanvas() {
    var expected = new Scene(0, 0, 0, 0xFF2846B4);
    var frame = new Scene(0xFF2846B4, 0xFF2846B4, 0xFF2846B4, 0xFF2846B4).draw(40, 30);
    var gif = develop(Gifs.placed(80, 60, frame, 40, 30));
    assertThat(List.of(gif.width(), gif.height())).containsExactly(80, 60);
    assertShows(gif, expected);
    var webp = develop(Webps.animation(80, 60, frame, 40, 30));
    assertThat(List.of(webp.width(), webp.height())).containsExactly(80, 60);
    assertShows(webp, expected);
  }

  private static byte[] palette(String format, Scene scene) {
    return Files.write(format, Samples.palette(scene, WIDTH, HEIGHT));
  }
}
