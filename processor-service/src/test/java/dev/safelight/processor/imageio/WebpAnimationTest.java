package dev.safelight.processor.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.Chunks;
import dev.safelight.processor.process.SourceImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpAnimationTest {

  private static final int ANIMATED_WITH_ALPHA = 0x12;

  @Test
  void containerIsWhatTheStandardSays() {
    var file = film(3);
    var header = ImageHeaders.read(file);
    assertThat(header.width()).isEqualTo(31);
    assertThat(header.height()).isEqualTo(17);
    assertThat(header.frames()).isEqualTo(2);
    assertThat(Chunks.webp(file, "VP8X").orElseThrow().get(0))
        .isEqualTo((byte) ANIMATED_WITH_ALPHA);
    assertThat(Chunks.webp(file, "ANIM").orElseThrow().getShort(4)).isEqualTo((short) 3);
  }

  /** What was written is read again frame by frame, and ends there. */
  @Test
  void framesAreFoundAgain() {
    var frames = new WebpFrames(film(0));
    assertThat(frames.plays()).isZero();
    var first = frames.next();
    assertThat(first.delayMillis()).isEqualTo(70);
    assertThat(first.blended()).isFalse();
    assertThat(first.file().header().width()).isEqualTo(31);
    var second = frames.next();
    assertThat(second.delayMillis()).isEqualTo(0xFFFFFF);
  }

  @Test
  void everyFrameIsAWholeFile() {
    var file = film(0);
    var film =
        Film.of(new SourceImage(file, ImageHeaders.read(file)), new Decoder(new Readers()), 1);
    assertThat(film.next().original().picture().argb()[100] >> 16 & 0xFF).isGreaterThan(240);
    assertThat(film.next().original().picture().hasAlpha()).isTrue();
    assertThat(film.hasNext()).isFalse();
  }

  private static byte[] film(int plays) {
    var animation = new WebpAnimation(new PictureWriter(), 90, plays);
    animation.add(plain(0xFFFF0000, false), 70);
    animation.add(plain(0x4000FF00, true), Integer.MAX_VALUE);
    return animation.finish();
  }

  private static Picture plain(int color, boolean alpha) {
    var argb = new int[31 * 17];
    Arrays.fill(argb, color);
    return new Picture(31, 17, alpha, argb);
  }
}
