package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.Arrays;

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
        canvas(EXIF | XMP, picture.getWidth(), picture.getHeight()),
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
