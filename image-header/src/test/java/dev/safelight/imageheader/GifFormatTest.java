package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class GifFormatTest {

  @Test
  void countsTheFramesThatTheJdkWrites() {
    var file = Drawn.sequence("gif", new int[] {20, 10}, new int[] {20, 10}, new int[] {5, 5});
    assertThat(ImageHeaders.read(file)).isEqualTo(new ImageHeader(ImageType.GIF, 20, 10, 3));
  }

  /** Decoders allocate for the frame, so a frame beyond the logical screen is what counts. */
  @Test
  void countsFramesThatReachOutOfTheScreen() {
    var file = frame(frame(screen(4, 4), 0, 0, 4, 4), 100, 7, 60_000, 1).u8(0x3B);
    assertThat(ImageHeaders.read(file.done()))
        .isEqualTo(new ImageHeader(ImageType.GIF, 60_100, 8, 2));
  }

  @Test
  void looksBehindCommentsAndColourTables() {
    var file = screen(4, 4).u8(0x21, 0xFE, 3).ascii("abc").u8(2).ascii("de").u8(0);
    file.u8(0x2C).u16le(0, 0, 4, 4).u8(0x81).zeros(12).u8(2, 1, 0, 0).u8(0x3B);
    assertThat(ImageHeaders.read(file.done()).frames()).isOne();
  }

  @Test
  void refusesAFileWithoutATrailer() {
    refuses(frame(screen(4, 4), 0, 0, 4, 4), "cut off");
  }

  @Test
  void refusesAFileWithoutFrames() {
    refuses(screen(4, 4).u8(0x3B), "no frames");
  }

  @Test
  void refusesRubbishBetweenBlocks() {
    refuses(frame(screen(4, 4), 0, 0, 4, 4).u8(0x42, 0x3B), "no known kind");
  }

  private static Bytes screen(int width, int height) {
    return Bytes.of("GIF89a").u16le(width, height).u8(0x80, 0, 0).zeros(6);
  }

  private static Bytes frame(Bytes file, int left, int top, int width, int height) {
    return file.u8(0x2C).u16le(left, top, width, height).u8(0).u8(2, 1, 0, 0);
  }

  private static void refuses(Bytes file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file.done()))
        .withMessageContaining(because);
  }
}
