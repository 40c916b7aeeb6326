package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The harmless file that every scanner reports, alone and at the very end of a large archive.
 *
 * <p>Kept in pieces of hexadecimal digits, so that no scanner reports this program.
 */
final class Eicar {

  private static final String FIRST_HALF =
      "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d";

  private static final String SECOND_HALF =
      "5354414e444152442d414e544956495255532d544553542d46494c452124482b482a";

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;

  private Eicar() {}

  /** The test file itself, 68 bytes. */
  static byte[] file() {
    return HexFormat.of().parseHex(FIRST_HALF + SECOND_HALF);
  }

  /**
   * A ZIP archive with {@code paddingBytes} zeros first and the test file last, nothing compressed.
   *
   * <p>An archive, because the official signatures know the test file as a whole file only: behind
   * plain padding no clamd that has no other signatures would report it.
   */
  static InputStream behind(int paddingBytes) {
    var padding = new Entry("padding", paddingBytes, crcOfZeros(paddingBytes));
    var eicar = new Entry("eicar.com", file().length, crcOf(file()));
    int eicarAt = padding.localHeader().length + paddingBytes;
    var end = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    end.put(eicar.localHeader()).put(file());
    int directoryAt = eicarAt + end.position();
    padding.writeCentralHeader(end, 0);
    eicar.writeCentralHeader(end, eicarAt);
    int directorySize = eicarAt + end.position() - directoryAt;
    end.putInt(END_OF_DIRECTORY).putInt(0).putShort((short) 2).putShort((short) 2);
    end.putInt(directorySize).putInt(directoryAt).putShort((short) 0);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(padding.localHeader()),
                new Zeros(paddingBytes),
                new ByteArrayInputStream(end.array(), 0, end.position()))));
  }

  private static int crcOf(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private static int crcOfZeros(int count) {
    var crc = new CRC32();
    var zeros = new byte[8192];
    for (int left = count; left > 0; left -= zeros.length) {
      crc.update(zeros, 0, Math.min(left, zeros.length));
    }
    return (int) crc.getValue();
  }

  /** One stored entry of a ZIP archive (APPNOTE 6.3, sections 4.3.7 and 4.3.12). */
  private record Entry(String name, int size, int crc) {

    byte[] localHeader() {
      var header = ByteBuffer.allocate(30 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(LOCAL_HEADER);
      writeCommon(header);
      return header.put(name.getBytes(US_ASCII)).array();
    }

    void writeCentralHeader(ByteBuffer out, int localHeaderAt) {
      out.putInt(CENTRAL_HEADER).putShort((short) 20);
      writeCommon(out);
      out.put(new byte[10]).putInt(localHeaderAt).put(name.getBytes(US_ASCII));
    }

    /** Version needed 2.0, no flags, stored, no time, and sizes; no extra field. */
    private void writeCommon(ByteBuffer out) {
      out.putShort((short) 20).put(new byte[8]).putInt(crc).putInt(size).putInt(size);
      out.putShort((short) name.length()).putShort((short) 0);
    }
  }
}
