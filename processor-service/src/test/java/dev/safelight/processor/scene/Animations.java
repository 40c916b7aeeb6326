package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Animations, written as GIF or WebP.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param plays how often it is shown; 0 for without end
 * @param frames in their order
 */
public record Animations(int width, int height, int plays, List<Frame> frames) {

  /** What becomes of a frame's place before the next one is painted. */
  public enum Disposal {
    /** It stays. */
    KEEP,
    /** It becomes transparent. */
    CLEAR,
    /** It becomes what it was before the frame; GIF only. */
    RESTORE
  }

  /**
   * One picture of an animation.
   *
   * @param picture opaque or with parts that are wholly transparent
   * @param left even
   * @param top even
   * @param millis how long it is shown; a multiple of 10
   * @param disposal what becomes of it
   * @param blended whether its transparent parts show what is behind; GIF knows nothing else
   */
  public record Frame(
      BufferedImage picture, int left, int top, int millis, Disposal disposal, boolean blended) {}

  /** Three frames: a whole one, a small one that vanishes, and one with a hole. */
  public static Animations sample() {
    var scene = Samples.as(Scene.COLORED.draw(120, 90), BufferedImage.TYPE_INT_ARGB);
    return new Animations(
        120,
        90,
        0,
        List.of(
            new Frame(scene, 0, 0, 100, Disposal.KEEP, true),
            new Frame(plain(40, 30, 0xFFFF00FF), 20, 10, 200, Disposal.CLEAR, true),
            new Frame(holed(40, 40, 0xFF00FFFF), 70, 40, 50, Disposal.KEEP, true)));
  }

  /** A picture of one colour. */
  public static BufferedImage plain(int width, int height, int argb) {
    return new Scene(argb, argb, argb, argb).draw(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** A picture of one colour whose upper left quarter is transparent. */
  public static BufferedImage holed(int width, int height, int argb) {
    return new Scene(0, argb, argb, argb).draw(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** With another number of plays. */
  public Animations playing(int times) {
    return new Animations(width, height, times, frames);
  }

  /** What is to be seen while each frame is shown: opaque or wholly transparent pixels. */
  public List<BufferedImage> shown() {
    var shown = new ArrayList<BufferedImage>();
    var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (var frame : frames) {
      var before = copy(canvas);
      paint(canvas, frame, frame.blended());
      shown.add(copy(canvas));
      switch (frame.disposal()) {
        case KEEP -> {}
        case CLEAR -> clear(canvas, frame);
        case RESTORE -> canvas = before;
      }
    }
    return shown;
  }

  private static void paint(BufferedImage canvas, Frame frame, boolean blended) {
    for (int y = 0; y < frame.picture().getHeight(); y++) {
      for (int x = 0; x < frame.picture().getWidth(); x++) {
        int color = frame.picture().getRGB(x, y);
        if (color >>> 24 != 0 || !blended) {
          canvas.setRGB(frame.left() + x, frame.top() + y, color);
        }
      }
    }
  }

  private static void clear(BufferedImage canvas, Frame frame) {
    int width = frame.picture().getWidth();
    int height = frame.picture().getHeight();
    canvas.setRGB(frame.left(), frame.top(), width, height, new int[width * height], 0, width);
  }

  private static BufferedImage copy(BufferedImage canvas) {
    return Samples.as(canvas, BufferedImage.TYPE_INT_ARGB);
  }

  /** The GIF. It cannot have frames that are not blended. */
  public byte[] gif() {
    var file = Bytes.of("GIF89a").u16le(width, height).u8(0, 0, 0);
    if (plays != 1) {
      int repeats = Math.max(0, plays - 1);
      file.u8(0x21, 0xFF, 11).text("NETSCAPE2.0").u8(3, 1).u16le(repeats).u8(0);
    }
    for (var frame : frames) {
      int disposal =
          switch (frame.disposal()) {
            case KEEP -> 1;
            case CLEAR -> 2;
            case RESTORE -> 3;
          };
      file.u8(0x21, 0xF9, 4, disposal << 2 | 1).u16le(frame.millis() / 10).u8(Gifs.HOLE, 0);
      file.raw(Gifs.block(frame.picture(), frame.left(), frame.top()));
    }
    return file.u8(0x3B).done();
  }

  /** The WebP. It cannot have frames that are restored. */
  public byte[] webp() {
    return Webps.animation(width, height, plays, frames, false);
  }

  /** The WebP with Exif and XMP. */
  public byte[] talkativeWebp() {
    return Webps.animation(width, height, plays, frames, true);
  }

  /** A GIF with a comment and XMP in front of its frames. */
  public static byte[] talkative(byte[] gif) {
    var mark = Bytes.of(Secrets.MARK).done();
    var file = new Bytes().raw(Arrays.copyOf(gif, 13));
    file.u8(0x21, 0xFE, mark.length).raw(mark).u8(0);
    file.u8(0x21, 0xFF, 11).text("XMP DataXMP").u8(mark.length).raw(mark).u8(0);
    return file.raw(Arrays.copyOfRange(gif, 13, gif.length)).done();
  }
}
