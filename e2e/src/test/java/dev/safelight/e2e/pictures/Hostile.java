package dev.safelight.e2e.pictures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** What attackers and bad connections send. */
public final class Hostile {

  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

  private Hostile() {}

  /** The file every scanner reports; not in clear here, or scanners would report this class. */
  public static byte[] eicar() {
    return HexFormat.of()
        .parseHex(
            "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d"
                + "5354414e444152442d414e544956495255532d544553542d46494c452124482b482a");
  }

  /** A good picture with the test file behind its end, where viewers don't look. */
  public static byte[] eicarBehind(byte[] picture) {
    return ByteBuffer.allocate(picture.length + eicar().length).put(picture).put(eicar()).array();
  }

  /** What is left of a file when the connection breaks in its middle. */
  public static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  /**
   * A true PNG of so many black pixels in each direction, one bit each: small as a file, larger
   * than any memory once decoded.
   */
  public static byte[] bomb(int edge) {
    var header = ByteBuffer.allocate(13).putInt(edge).putInt(edge).put(new byte[] {1, 0, 0, 0, 0});
    var file = new ByteArrayOutputStream();
    file.writeBytes(PNG);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", blackness(edge));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] blackness(int edge) {
    var row = new byte[1 + (edge + 7) / 8];
    var compressed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(compressed, deflater, 1 << 16)) {
      for (int y = 0; y < edge; y++) {
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    var checked = ByteBuffer.allocate(4 + data.length);
    type.chars().forEach(letter -> checked.put((byte) letter));
    checked.put(data);
    var crc = new CRC32();
    crc.update(checked.array());
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(checked.array());
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
