package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.safelight.processor.scene.Photo;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SsimTest {

  private static final BufferedImage PHOTO = Photo.draw(160, 120);

  @Test
  void theSameIsOne() {
    assertThat(Ssim.of(PHOTO, PHOTO)).isCloseTo(1, within(1e-9));
    assertThat(Ssim.of(Photo.draw(1, 1), Photo.draw(1, 1))).isCloseTo(1, within(1e-9));
  }

  @Test
  void aShiftAHaloAndAMirrorAreFarBelow() {
    assertThat(Ssim.of(PHOTO.getSubimage(2, 0, 150, 120), PHOTO.getSubimage(0, 0, 150, 120)))
        .isLessThan(0.9);
    assertThat(Ssim.of(PHOTO, Reference.sharpen(PHOTO, 1.5, 2))).isLessThan(0.9);
    assertThat(Ssim.of(PHOTO, Reference.rotate(PHOTO, 180))).isLessThan(0.6);
  }

  @Test
  void aLittleNoiseIsALittleLess() {
    var noisy = Reference.map(PHOTO, (x, y, color) -> color ^ ((x * 7 + y * 3) % 5 & 2) * 0x010101);
    assertThat(Ssim.of(PHOTO, noisy)).isBetween(0.95, 0.9999);
  }
}
