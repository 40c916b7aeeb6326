package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Tiffs;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is developed whole or not at all, and never crashes the engine. */
public abstract class DamageContract extends EngineContract {

  static Stream<Arguments> whole() {
    var picture = noise(200, 150);
    return Stream.of(
        Arguments.of("JPEG", Jpegs.plain(picture)),
        Arguments.of("PNG", Files.write("png", picture)),
        Arguments.of("GIF", Files.write("gif", picture)),
        Arguments.of("BMP", Files.write("bmp", picture)),
        Arguments.of("WebP", Files.write("webp", picture)),
        Arguments.of("TIFF", Tiffs.rgb(picture).done()),
        Arguments.of("TIFF with LZW", Files.write("tiff", picture)));
  }

  /** The header is that of the whole file, so nothing before the engine has noticed. */
  @ParameterizedTest
  @MethodSource("whole")
  void refusesWhatIsCutOff(String format, byte[] file) {
    var header = ImageHeaders.read(file);
    for (int percent : new int[] {30, 60, 90, 98}) {
      var cut = Arrays.copyOf(file, file.length * percent / 100);
      refuses(new SourceImage(cut, header), percent);
    }
  }

  /** A liar appends the end that is missing. */
  @ParameterizedTest
  @ValueSource(ints = {30, 60, 90})
  void refusesAJpegWhosePixelsEndTooEarly(int percent) {
    var file = Jpegs.plain(noise(200, 150));
    var cut = Arrays.copyOf(file, file.length * percent / 100);
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;
    refuses(new SourceImage(cut, ImageHeaders.read(cut)), percent);
  }

  /** Cameras do write some, and decoders warn of them, as they warn of missing pixels. */
  @Test
  void showsAJpegWithBytesTooManyBeforeItsEnd() {
    for (var file :
        List.of(
            Jpegs.plain(Scene.COLORED.draw(300, 200)),
            Jpegs.progressive(Scene.COLORED.draw(300, 200)))) {
      int end = file.length - 2;
      var longer = Arrays.copyOf(file, file.length + 5);
      System.arraycopy(file, end, longer, end + 5, 2);
      Arrays.fill(longer, end, end + 5, (byte) 0x5A);
      assertShows(develop(longer), Scene.COLORED);
    }
  }

  @ParameterizedTest
  @MethodSource("whole")
  void refusesMorePixelsThanWereClaimed(String format, byte[] file) {
    var claim = ImageHeaders.read(file);
    refuses(new SourceImage(file, new ImageHeader(claim.type(), 200, 149, 1)), 100);
    refuses(new SourceImage(file, new ImageHeader(claim.type(), 199, 150, 1)), 100);
  }

  /** Broken files are refused or shown; nothing else may come out. */
  @ParameterizedTest
  @MethodSource("whole")
  void survivesDamageAnywhere(String format, byte[] file) {
    var dice = new Random(42);
    var header = ImageHeaders.read(file);
    for (int round = 0; round < 60; round++) {
      var damaged = file.clone();
      for (int hit = 0; hit < 4; hit++) {
        int range = dice.nextBoolean() ? 400 : damaged.length;
        damaged[dice.nextInt(Math.min(range, damaged.length))] = (byte) dice.nextInt(256);
      }
      develops(new SourceImage(damaged, header));
    }
  }

  private void develops(SourceImage source) {
    try {
      assertThat(engine().develop(source, STANDARD).variants()).hasSize(STANDARD.size());
    } catch (BadImageException verdict) {
      assertReadable(verdict);
    }
  }

  private void refuses(SourceImage source, int percent) {
    assertThatExceptionOfType(BadImageException.class)
        .as("%s at %d %%", source.header(), percent)
        .isThrownBy(() -> engine().develop(source, STANDARD))
        .satisfies(DamageContract::assertReadable);
  }

  private static void assertReadable(BadImageException verdict) {
    assertThat(verdict.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(verdict.detail()).startsWith("The ").doesNotContain("Exception", "java.", "com.");
  }

  private static BufferedImage noise(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var dice = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, dice.nextInt());
      }
    }
    return picture;
  }
}
