package dev.safelight.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Good pictures that are something else as well, which must not survive. */
public final class Polyglots {

  /** What is in the foreign part of each of them, to look for. */
  public static final String MARK = "foreign-part-4711";

  private Polyglots() {}

  /** A GIF with a JAR behind it (GIFAR): viewers read from the front, Java from the end. */
  public static byte[] gifar(byte[] gif) {
    return join(gif, zip());
  }

  /** A JPEG with a ZIP behind it. */
  public static byte[] zipBehind(byte[] jpeg) {
    return join(jpeg, zip());
  }

  /** A JPEG with a PDF behind it; readers of PDF look for its header in the first kilobytes. */
  public static byte[] pdfBehind(byte[] jpeg) {
    return join(jpeg, bytes("%PDF-1.7\n1 0 obj<</Note(" + MARK + ")>>endobj\n%%EOF"));
  }

  /** A PNG with a page behind it, for browsers that guess types. */
  public static byte[] htmlBehind(byte[] png) {
    return join(png, bytes("<html><script>alert('" + MARK + "')</script></html>"));
  }

  /** A drawing that names files of the server (XXE). */
  public static byte[] svg() {
    return bytes(
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>");
  }

  /** A drawing that old ImageMagick ran commands from (CVE-2016-3714, ImageTragick). */
  public static byte[] mvg() {
    return bytes(
        "push graphic-context\nviewbox 0 0 640 480\n"
            + "fill 'url(https://127.0.0.1/x.jpg\"|touch \"/tmp/"
            + MARK
            + ")'\npop graphic-context\n");
  }

  private static byte[] zip() {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.setMethod(ZipOutputStream.DEFLATED);
      out.setLevel(0);
      out.putNextEntry(new ZipEntry(MARK + ".class"));
      out.write(bytes(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zip.toByteArray();
  }

  private static byte[] join(byte[] front, byte[] behind) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(front);
    all.writeBytes(behind);
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
