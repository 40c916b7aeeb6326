package dev.safelight.processor.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.safelight.processor.scene.Profiles;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTransformTest {

  static Stream<ICC_Profile> profiles() {
    return Stream.of(Profiles.displayP3(), Profiles.adobeRgb()).map(ICC_Profile::getInstance);
  }

  /** LittleCMS is the reference; it counts in coarse steps where it is dark. */
  @ParameterizedTest
  @MethodSource("profiles")
  void convertsAsTheJdkDoes(ICC_Profile profile) {
    assertThat(MatrixTransform.describes(profile)).isTrue();
    var samples = samples();
    var converted = MatrixTransform.of(profile).apply(samples);
    var expected = reference(profile, samples);
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      assertThat(converted[i] & 0xFF).as("sample %d", i).isCloseTo(expected[i] & 0xFF, within(6));
      sum += Math.abs((converted[i] & 0xFF) - (expected[i] & 0xFF));
    }
    assertThat(sum / samples.length).isLessThan(0.5);
  }

  @Test
  void srgbNeedsNone() {
    var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    assertThat(MatrixTransform.of(srgb)).isSameAs(ColorTransform.NONE);
  }

  private static byte[] samples() {
    var samples = new byte[16 * 16 * 16 * 3];
    for (int i = 0; i < samples.length / 3; i++) {
      samples[3 * i] = (byte) (i / 256 * 17);
      samples[3 * i + 1] = (byte) (i / 16 % 16 * 17);
      samples[3 * i + 2] = (byte) (i % 16 * 17);
    }
    return samples;
  }

  private static byte[] reference(ICC_Profile profile, byte[] samples) {
    var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    int width = samples.length / 3;
    var from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
    var to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
    from.setDataElements(0, 0, width, 1, samples);
    new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(from, to);
    return (byte[]) to.getDataElements(0, 0, width, 1, null);
  }
}
