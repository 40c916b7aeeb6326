package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.Chunks;
import java.nio.ByteBuffer;

/** Puts WebP pictures together to an animated WebP (RFC 9649, 2.7.1.1); each covers all before. */
final class WebpAnimation implements Animation {

  private static final int FRAME_HEADER = 16;
  private static final int MAX_U16 = 0xFFFF;
  private static final int MAX_U24 = 0xFFFFFF;
  private static final byte NOT_BLENDED = 0x02;

  private final PictureWriter writer;
  private final int quality;
  private final int plays;
  private final WebpFile frames = new WebpFile();
  private int width;
  private int height;
  private boolean hasAlpha;

  /**
   * Begins an animation.
   *
   * @param plays how often it is shown; 0 for without end
   */
  WebpAnimation(PictureWriter writer, int quality, int plays) {
    this.writer = writer;
    this.quality = quality;
    this.plays = plays;
  }

  @Override
  public void add(Picture picture, int delayMillis) {
    width = picture.width();
    height = picture.height();
    hasAlpha |= picture.hasAlpha();
    var pixels = bitstream(writer.webp(picture, quality));
    var frame = WebpFile.data(FRAME_HEADER + pixels.length);
    frame.put(new byte[6]).put(WebpFile.u24(width - 1)).put(WebpFile.u24(height - 1));
    frame.put(WebpFile.u24(Math.min(delayMillis, MAX_U24))).put(NOT_BLENDED).put(pixels);
    frames.chunk("ANMF", frame);
  }

  /** What the file of a still picture consists of, without its container. */
  private static byte[] bitstream(byte[] still) {
    var chunks = new WebpFile();
    for (var type : new String[] {"ALPH", "VP8 ", "VP8L"}) {
      Chunks.webp(still, type).ifPresent(data -> chunks.chunk(type, data));
    }
    return chunks.chunks();
  }

  @Override
  public byte[] finish() {
    int flags = WebpFile.ANIMATED | (hasAlpha ? WebpFile.ALPHA : 0);
    var loop = WebpFile.data(6).putInt(0).putShort((short) Math.min(plays, MAX_U16));
    return new WebpFile()
        .chunk("VP8X", WebpFile.canvas(flags, width, height))
        .chunk("ANIM", loop)
        .raw(ByteBuffer.wrap(frames.chunks()))
        .file();
  }
}
