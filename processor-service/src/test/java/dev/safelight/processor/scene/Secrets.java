package dev.safelight.processor.scene;

/** Metadata that must never get out: each kind holds the same telling text. */
public final class Secrets {

  /** What to look for in files that are to be clean. */
  public static final String MARK = "Secret-Mark-4711";

  private Secrets() {}

  /** A block of Exif with an orientation, an artist, and a place on earth. */
  public static byte[] exif(int orientation) {
    int artist = 8 + 2 + 3 * 12 + 4;
    int gps = artist + 18;
    var exif = Bytes.of("II").u16le(42).u32le(8).u16le(3);
    exif.u16le(0x0112, 3).u32le(1).u16le(orientation, 0);
    exif.u16le(0x013B, 2).u32le(MARK.length() + 1, artist);
    exif.u16le(0x8825, 4).u32le(1, gps);
    exif.u32le(0).text(MARK).zeros(18 - MARK.length());
    exif.u16le(2).u16le(1, 2).u32le(2).text("N\0\0\0");
    exif.u16le(2, 5).u32le(3, gps + 2 + 2 * 12 + 4).u32le(0);
    return exif.u32le(52, 1, 31, 1, 12, 1).done();
  }

  static String xmp() {
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
        + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
        + " xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='"
        + MARK
        + "'/></rdf:RDF></x:xmpmeta>";
  }

  /** An image resource block with one IPTC field. */
  static byte[] iptc() {
    var field = new Bytes().u8(0x1C, 2, 80).u16be(MARK.length()).text(MARK);
    var block = Bytes.of("Photoshop 3.0\0").text("8BIM").u16be(0x0404, 0).u32be(field.size());
    return block.raw(field.done()).zeros(field.size() & 1).done();
  }
}
