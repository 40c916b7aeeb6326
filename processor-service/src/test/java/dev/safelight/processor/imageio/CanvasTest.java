package dev.safelight.processor.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.imageio.StoredFrame.Disposal;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import org.junit.jupiter.api.Test;

class CanvasTest {

  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;

  private final Canvas canvas = new Canvas(3, 1);

  @Test
  void framesCoverEachOther() {
    assertThat(show(0, RED, Disposal.KEEP, true)).containsExactly(RED, 0, 0);
    assertThat(show(1, BLUE, Disposal.KEEP, true)).containsExactly(RED, BLUE, 0);
    assertThat(show(1, 0, Disposal.KEEP, true)).containsExactly(RED, BLUE, 0);
    assertThat(show(1, 0, Disposal.KEEP, false)).containsExactly(RED, 0, 0);
  }

  @Test
  void frameIsClearedBeforeTheNextOne() {
    show(0, RED, Disposal.KEEP, true);
    assertThat(show(1, BLUE, Disposal.CLEAR, true)).containsExactly(RED, BLUE, 0);
    assertThat(show(2, BLUE, Disposal.KEEP, true)).containsExactly(RED, 0, BLUE);
  }

  @Test
  void whatWasBeforeIsRestored() {
    show(0, RED, Disposal.KEEP, true);
    assertThat(show(0, BLUE, Disposal.RESTORE, true)).containsExactly(BLUE, 0, 0);
    assertThat(show(1, BLUE, Disposal.RESTORE, true)).containsExactly(RED, BLUE, 0);
    assertThat(show(2, BLUE, Disposal.KEEP, true)).containsExactly(RED, 0, BLUE);
  }

  private int[] show(int left, int color, Disposal disposal, boolean blended) {
    var file =
        new SourceImage(new byte[0], new ImageHeader(ImageType.GIF, 1, 1, 1), Orientation.UPRIGHT);
    var frame = new StoredFrame(file, left, 0, 100, blended, disposal);
    return canvas.show(frame, new Picture(1, 1, true, new int[] {color})).argb();
  }
}
