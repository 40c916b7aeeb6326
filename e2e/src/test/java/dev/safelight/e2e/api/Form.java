package dev.safelight.e2e.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A form with files and fields, as browsers send it (RFC 7578). */
public final class Form {

  private static final String BOUNDARY = "----safelight-e2e-boundary";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** One file. */
  public static Form of(String name, byte[] file) {
    return new Form().file(name, file);
  }

  /** One more file; its type is left for the server to find out. */
  public Form file(String name, byte[] file) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
    text(name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(file);
    text("\r\n");
    return this;
  }

  /** One more field. */
  public Form field(String name, String value) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name);
    text("\"\r\n\r\n" + value + "\r\n");
    return this;
  }

  byte[] done() {
    text("--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(UTF_8));
  }
}
