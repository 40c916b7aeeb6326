package dev.safelight.processor.scene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files of PNG. */
public final class Pngs {

  /** Signature and IHDR, behind which other chunks may stand. */
  private static final int FIRST_CHUNKS = 8 + 25;

  private Pngs() {}

  /** A picture with all kinds of metadata. */
  public static byte[] photo(BufferedImage picture, int orientation) {
    var file = Files.write("png", picture);
    file = with(file, "tEXt", Bytes.of("Author\0").text(Secrets.MARK).done());
    file = with(file, "zTXt", Bytes.of("Comment\0\0").raw(deflated(Secrets.MARK)).done());
    file = with(file, "iTXt", Bytes.of("XML:com.adobe.xmp\0\0\0\0\0").text(Secrets.xmp()).done());
    file = with(file, "tIME", new Bytes().u16be(2026).u8(1, 2, 3, 4, 5).done());
    return with(file, "eXIf", Secrets.exif(orientation));
  }

  /** The samples of the picture mean what this profile says. */
  public static byte[] profiled(BufferedImage picture, byte[] profile) {
    var compressed = deflated(new String(profile, ISO_8859_1));
    return with(Files.write("png", picture), "iCCP", Bytes.of("wide\0\0").raw(compressed).done());
  }

  /** A few bytes that claim to be very many pixels. */
  public static byte[] claiming(int width, int height) {
    var header = new Bytes().u32be(width, height).u8(8, 2, 0, 0, 0).done();
    return of(header, deflated("\0"));
  }

  static byte[] of(byte[] header, byte[] pixels) {
    var file = new Bytes().u8(0x89).text("PNG\r\n").u8(0x1A).text("\n");
    file.raw(chunk("IHDR", header)).raw(chunk("IDAT", pixels));
    return file.raw(chunk("IEND", new byte[0])).done();
  }

  /** Puts a chunk behind the header. */
  public static byte[] with(byte[] file, String type, byte[] data) {
    return new Bytes()
        .raw(Arrays.copyOf(file, FIRST_CHUNKS))
        .raw(chunk(type, data))
        .raw(Arrays.copyOfRange(file, FIRST_CHUNKS, file.length))
        .done();
  }

  private static byte[] chunk(String type, byte[] data) {
    var typed = Bytes.of(type).raw(data).done();
    var checksum = new CRC32();
    checksum.update(typed);
    return new Bytes().u32be(data.length).raw(typed).u32be((int) checksum.getValue()).done();
  }

  static byte[] deflated(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
