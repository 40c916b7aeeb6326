package dev.safelight.processor.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JpegDecoderTest {

  private static final int WIDTH = 203;
  private static final int HEIGHT = 149;
  private static final BufferedImage PHOTO = Photo.draw(WIDTH, HEIGHT);

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("4:2:0", Jpegs.plain(PHOTO)),
        Arguments.of("progressive", Jpegs.progressive(PHOTO)),
        Arguments.of("4:4:4", SampledJpegs.of(PHOTO, 1, 1, 0)),
        Arguments.of("4:2:2", SampledJpegs.of(PHOTO, 2, 1, 0)),
        Arguments.of("4:4:0", SampledJpegs.of(PHOTO, 1, 2, 0)),
        Arguments.of("4:1:1", SampledJpegs.of(PHOTO, 4, 1, 0)),
        Arguments.of("restarting", SampledJpegs.of(PHOTO, 2, 2, 3)),
        Arguments.of("grey", Jpegs.plain(Samples.gray(PHOTO, BufferedImage.TYPE_BYTE_GRAY))));
  }

  /**
   * The JDK's decoder is that of the Independent JPEG Group, which repeats rows where there is one
   * for two.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void decodesAsTheReferenceDoes(String kind, byte[] file) {
    var decoded = JpegDecoder.decode(file, 1, WIDTH, HEIGHT);
    assertThat(decoded.width()).isEqualTo(WIDTH);
    assertThat(decoded.height()).isEqualTo(HEIGHT);
    var expected = reference(file);
    int tolerance = kind.equals("4:4:0") ? 40 : 2;
    for (int i = 0; i < decoded.pixels().length; i++) {
      int pixel = pixel(expected, i % WIDTH, i / WIDTH);
      assertThat(difference(decoded.pixels()[i], pixel))
          .as("pixel %d", i)
          .isLessThanOrEqualTo(tolerance);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void smallerIsTheMeanOfWhatIsThere(String kind, byte[] file) {
    var full = JpegDecoder.decode(file, 1, WIDTH, HEIGHT);
    for (int reduction : new int[] {2, 4, 8}) {
      var small = JpegDecoder.decode(file, reduction, WIDTH, HEIGHT);
      assertThat(small.width()).isEqualTo(Math.ceilDiv(WIDTH, reduction));
      assertThat(small.height()).isEqualTo(Math.ceilDiv(HEIGHT, reduction));
      long sum = 0;
      int count = 0;
      for (int y = 0; y < HEIGHT / reduction; y++) {
        for (int x = 0; x < WIDTH / reduction; x++) {
          int mean = mean(full, x * reduction, y * reduction, reduction);
          sum += difference(small.pixels()[y * small.width() + x], mean);
          count++;
        }
      }
      assertThat((double) sum / count).as("1/%d", reduction).isLessThan(10);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void neverPaintsWhatIsMissing(String kind, byte[] file) {
    for (int length = 2; length < file.length - 2; length += Math.ceilDiv(file.length, 90)) {
      var cut = Arrays.copyOf(file, length);
      cut[length - 2] = (byte) 0xFF;
      cut[length - 1] = (byte) 0xD9;
      assertThatExceptionOfType(JpegException.class)
          .as("%d of %d bytes", length, file.length)
          .isThrownBy(() -> JpegDecoder.decode(cut, 1, WIDTH, HEIGHT));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void damageIsRefusedOrShown(String kind, byte[] file) {
    var dice = new Random(4);
    for (int round = 0; round < 300; round++) {
      var damaged = file.clone();
      for (int hit = 0; hit < 3; hit++) {
        int range = dice.nextBoolean() ? 700 : damaged.length;
        damaged[dice.nextInt(Math.min(range, damaged.length))] = (byte) dice.nextInt(256);
      }
      try {
        assertThat(JpegDecoder.decode(damaged, 1 << dice.nextInt(4), WIDTH, HEIGHT)).isNotNull();
      } catch (JpegException refused) {
        assertThat(refused.fault()).isNotNull();
      }
    }
  }

  @Test
  void sizeIsTheOneThatWasFoundAcceptable() {
    assertThatExceptionOfType(JpegException.class)
        .isThrownBy(() -> JpegDecoder.decode(Jpegs.plain(PHOTO), 1, WIDTH, HEIGHT - 1))
        .matches(e -> e.fault() == JpegException.Fault.LARGER);
  }

  @Test
  void profileIsPutTogether() {
    var profile = new byte[200];
    Arrays.fill(profile, (byte) 7);
    var decoded = JpegDecoder.decode(Jpegs.profiled(PHOTO, profile), 8, WIDTH, HEIGHT);
    assertThat(decoded.profile()).isEqualTo(profile);
    assertThat(JpegDecoder.decode(Jpegs.plain(PHOTO), 8, WIDTH, HEIGHT).profile()).isNull();
  }

  /** Java takes grey for linear light. */
  private static int pixel(BufferedImage picture, int x, int y) {
    return picture.getRaster().getNumBands() == 1
        ? 0x010101 * picture.getRaster().getSample(x, y, 0)
        : picture.getRGB(x, y);
  }

  private static BufferedImage reference(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int mean(JpegPixels picture, int left, int top, int edge) {
    int mean = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum = 0;
      for (int i = 0; i < edge * edge; i++) {
        int at = (top + i / edge) * picture.width() + left + i % edge;
        sum += picture.pixels()[at] >> shift & 0xFF;
      }
      mean |= (sum / edge / edge) << shift;
    }
    return mean;
  }

  private static int difference(int one, int other) {
    int worst = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      worst = Math.max(worst, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return worst;
  }
}
