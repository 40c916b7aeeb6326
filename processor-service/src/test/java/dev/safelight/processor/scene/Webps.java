package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files of WebP (RFC 9649). */
public final class Webps {

  private static final int ANIMATION = 0x02;
  private static final int XMP = 0x04;
  private static final int EXIF = 0x08;
  private static final int ALPHA = 0x10;
  private static final int PROFILE = 0x20;

  private Webps() {}

  /** A picture with all kinds of metadata. */
  public static byte[] photo(BufferedImage picture, int orientation) {
    return riff(
        canvas(
            EXIF | XMP | (picture.getColorModel().hasAlpha() ? ALPHA : 0),
            picture.getWidth(),
            picture.getHeight()),
        bitstream(picture),
        chunk("EXIF", Secrets.exif(orientation)),
        chunk("XMP ", Bytes.of(Secrets.xmp()).done()));
  }

  /** The samples of the picture mean what this profile says. */
  public static byte[] profiled(BufferedImage picture, byte[] profile) {
    return riff(
        canvas(PROFILE, picture.getWidth(), picture.getHeight()),
        chunk("ICCP", profile),
        bitstream(picture));
  }

  /** An animation of one frame that covers its canvas only in part. */
  public static byte[] animation(int width, int height, BufferedImage frame, int left, int top) {
    var place =
        new Bytes()
            .u24le(left / 2, top / 2, frame.getWidth() - 1, frame.getHeight() - 1, 100)
            .u8(0)
            .raw(bitstream(frame));
    return riff(
        canvas(ANIMATION | ALPHA, width, height),
        chunk("ANIM", new byte[6]),
        chunk("ANMF", place.done()));
  }

  static byte[] animation(
      int width, int height, int plays, List<Animations.Frame> frames, boolean talkative) {
    var chunks = new ArrayList<byte[]>();
    chunks.add(canvas(ANIMATION | ALPHA | (talkative ? EXIF | XMP : 0), width, height));
    chunks.add(chunk("ANIM", new Bytes().u32le(0).u16le(plays).done()));
    for (var frame : frames) {
      var picture = frame.picture();
      int cleared = frame.disposal() == Animations.Disposal.CLEAR ? 1 : 0;
      var place =
          new Bytes()
              .u24le(frame.left() / 2, frame.top() / 2)
              .u24le(picture.getWidth() - 1, picture.getHeight() - 1, frame.millis())
              .u8(cleared | (frame.blended() ? 0 : 2))
              .raw(bitstream(picture));
      chunks.add(chunk("ANMF", place.done()));
    }
    if (talkative) {
      chunks.add(chunk("EXIF", Secrets.exif(1)));
      chunks.add(chunk("XMP ", Bytes.of(Secrets.xmp()).done()));
    }
    return riff(chunks.toArray(byte[][]::new));
  }

  /** Lossy, transparent if the picture is. */
  public static byte[] lossy(BufferedImage picture) {
    return Files.lossyWebp(picture);
  }

  private static byte[] canvas(int flags, int width, int height) {
    return chunk("VP8X", new Bytes().u8(flags, 0, 0, 0).u24le(width - 1, height - 1).done());
  }

  /** The one chunk of a lossless file, without the container around it. */
  private static byte[] bitstream(BufferedImage picture) {
    var file = Files.write("webp", picture);
    return Arrays.copyOfRange(file, 12, file.length);
  }

  private static byte[] riff(byte[]... chunks) {
    var body = Bytes.of("WEBP");
    for (byte[] chunk : chunks) {
      body.raw(chunk);
    }
    return Bytes.of("RIFF").u32le(body.size()).raw(body.done()).done();
  }

  private static byte[] chunk(String type, byte[] data) {
    return Bytes.of(type).u32le(data.length).raw(data).zeros(data.length & 1).done();
  }
}
