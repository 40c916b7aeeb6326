package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.imageio.StoredFrame.Disposal;
import dev.safelight.processor.process.Chunks;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The frames of an animated WebP (RFC 9649, 2.7.1.1), each cut out as a WebP of its own. */
final class WebpFrames implements StoredFrames {

  private static final int ANIMATION = 0x02;
  private static final int FRAME_HEADER = 16;

  private final ByteBuffer in;
  private final Optional<ByteBuffer> profile;
  private int at = 12;

  WebpFrames(byte[] webp) {
    this.in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    this.profile = Chunks.webp(webp, "ICCP");
  }

  /** Whether the original says that it is animated. */
  static boolean areIn(SourceImage source) {
    return Chunks.webp(source.content(), "VP8X")
        .filter(canvas -> (canvas.get(0) & ANIMATION) != 0)
        .isPresent();
  }

  @Override
  public int plays() {
    return Chunks.webp(in.array(), "ANIM").map(anim -> anim.getShort(4) & 0xFFFF).orElse(0);
  }

  @Override
  public StoredFrame next() {
    while (in.getInt(at) != WebpFile.tag("ANMF")) {
      at = after(at);
    }
    var frame = in.slice(at + 8, in.getInt(at + 4)).order(ByteOrder.LITTLE_ENDIAN);
    at = after(at);
    int flags = frame.get(15);
    return new StoredFrame(
        file(frame),
        2 * u24(frame, 0),
        2 * u24(frame, 3),
        u24(frame, 12),
        (flags & 2) == 0,
        (flags & 1) == 0 ? Disposal.KEEP : Disposal.CLEAR);
  }

  private SourceImage file(ByteBuffer frame) {
    var header = new ImageHeader(ImageType.WEBP, 1 + u24(frame, 6), 1 + u24(frame, 9), 1);
    var picture = frame.slice(FRAME_HEADER, frame.capacity() - FRAME_HEADER);
    return new SourceImage(alone(picture, header), header, Orientation.UPRIGHT);
  }

  /** Only a lossy picture without alpha and profile goes without the extended header. */
  private byte[] alone(ByteBuffer picture, ImageHeader header) {
    var file = new WebpFile();
    boolean alpha = picture.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != WebpFile.tag("VP8 ");
    int flags = (alpha ? WebpFile.ALPHA : 0) | (profile.isPresent() ? WebpFile.PROFILE : 0);
    if (flags != 0) {
      file.chunk("VP8X", WebpFile.canvas(flags, header.width(), header.height()));
    }
    profile.ifPresent(data -> file.chunk("ICCP", data));
    return file.raw(picture).file();
  }

  /** Chunks are padded to an even length. */
  private int after(int chunk) {
    int length = in.getInt(chunk + 4);
    if (length < 0) {
      throw new IllegalArgumentException("A chunk of more than two gigabytes");
    }
    return chunk + 8 + length + (length & 1);
  }

  private static int u24(ByteBuffer data, int index) {
    return (data.getShort(index) & 0xFFFF) | (data.get(index + 2) & 0xFF) << 16;
  }
}
