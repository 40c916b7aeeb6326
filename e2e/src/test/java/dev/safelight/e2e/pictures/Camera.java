package dev.safelight.e2e.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A camera that writes down who took the picture and where. */
public final class Camera {

  /** What is in all of the metadata, to look for in what must have none. */
  public static final String MARK = "Secret-Mark-4711";

  private static final int ARTIST = 0x013B;

  private Camera() {}

  /** A photo with Exif, GPS, XMP, IPTC and a comment. */
  public static byte[] photo(BufferedImage stored, int orientation) {
    var jpeg = Files.write("jpeg", stored);
    jpeg = Segments.with(jpeg, Segments.COMMENT, MARK.getBytes(US_ASCII));
    jpeg = Segments.with(jpeg, Segments.APP13, iptc());
    jpeg = Segments.with(jpeg, Segments.APP1, after("http://ns.adobe.com/xap/1.0/\0", xmp()));
    return Segments.with(jpeg, Segments.APP1, after("Exif\0\0", exif(orientation)));
  }

  private static byte[] exif(int orientation) {
    List<Entry> gps =
        List.of(
            new TIFFEntry(1, TIFF.TYPE_ASCII, "N"),
            new TIFFEntry(2, TIFF.TYPE_RATIONAL, degrees(52, 31, 12)),
            new TIFFEntry(3, TIFF.TYPE_ASCII, "E"),
            new TIFFEntry(4, TIFF.TYPE_RATIONAL, degrees(13, 24, 18)));
    List<Entry> entries =
        List.of(
            new TIFFEntry(TIFF.TAG_ORIENTATION, TIFF.TYPE_SHORT, orientation),
            new TIFFEntry(ARTIST, TIFF.TYPE_ASCII, MARK),
            new TIFFEntry(TIFF.TAG_GPS_IFD, TIFF.TYPE_LONG, new IFD(gps)));
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      new TIFFWriter().write(entries, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Rational[] degrees(int degrees, int minutes, int seconds) {
    return new Rational[] {new Rational(degrees), new Rational(minutes), new Rational(seconds)};
  }

  private static byte[] xmp() {
    return ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='"
            + MARK
            + "'/></rdf:RDF></x:xmpmeta>")
        .getBytes(US_ASCII);
  }

  /** One resource (8BIM 0x0404) with one field (2:80, by-line). */
  private static byte[] iptc() {
    var field = new ByteArrayOutputStream();
    field.writeBytes(new byte[] {0x1C, 2, 80, 0, (byte) MARK.length()});
    field.writeBytes(MARK.getBytes(US_ASCII));
    var resource = new ByteArrayOutputStream();
    resource.writeBytes(new byte[] {4, 4, 0, 0, 0, 0, 0, (byte) field.size()});
    resource.writeBytes(field.toByteArray());
    resource.writeBytes(new byte[field.size() % 2]);
    return after("Photoshop 3.0\0" + "8BIM", resource.toByteArray());
  }

  private static byte[] after(String prefix, byte[] data) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(prefix.getBytes(US_ASCII));
    out.writeBytes(data);
    return out.toByteArray();
  }
}
