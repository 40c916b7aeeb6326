package dev.safelight.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Requests for an upload that are wrong on purpose; each says what it tries. */
public final class Requests {

  private static final int MANY = 10_000;
  private static final String FORM = "multipart/form-data; boundary=x";
  private static final byte[] END = bytes("--x--\r\n");

  private final String token;
  private final byte[] picture;

  /** Sends {@code picture}, which is good, as the owner of {@code token}. */
  public Requests(String token, byte[] picture) {
    this.token = token;
    this.picture = picture;
  }

  /** Says 50 bytes and sends a whole form: what follows must not become a request of its own. */
  public byte[] contentLengthTooSmall() {
    return join(head(FORM, "Content-Length: 50\r\n"), file("a.png"), END);
  }

  /** Says 100 GB, which must be refused before a buffer of that size is dreamt of. */
  public byte[] contentLengthHuge() {
    return head(FORM, "Content-Length: 99999999999\r\n");
  }

  /** Says nothing of a length, so there is no body, whatever follows. */
  public byte[] contentLengthMissing() {
    return join(head(FORM, ""), file("a.png"), END);
  }

  /** Two lengths: a proxy that believes the one and a server that believes the other are split. */
  public byte[] twoContentLengths() {
    return join(head(FORM, "Content-Length: 5\r\nContent-Length: 60\r\n"), bytes("smuggled"));
  }

  /** A length and chunks (CL.TE): the request smuggled behind the last chunk must never be one. */
  public byte[] contentLengthAndChunks() {
    return join(
        head(FORM, "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n"),
        bytes("0\r\n\r\nGET /api/images HTTP/1.1\r\nHost: a\r\n\r\n"));
  }

  /** A coding that nobody knows, hidden behind a blank (TE.TE). */
  public byte[] oddTransferEncoding() {
    return join(
        head(FORM, "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n"), bytes("0\r\n\r\n"));
  }

  /** A chunk that is not as long as a number can say. */
  public byte[] hugeChunk() {
    return join(head(FORM, "Transfer-Encoding: chunked\r\n"), bytes("7fffffffffffffff\r\nabc\r\n"));
  }

  /** Ten thousand fields, each an entry in a map if one let it. */
  public byte[] manyFields() {
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < MANY; i++) {
      body.writeBytes(field("f" + i, "v"));
    }
    return form(body.toByteArray());
  }

  /** Ten thousand files, each a file on the disk if one let it. */
  public byte[] manyFiles() {
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < MANY; i++) {
      body.writeBytes(file("a.png", bytes("x")));
    }
    return form(body.toByteArray());
  }

  /** Ten thousand headers. */
  public byte[] manyHeaders() {
    var headers = new StringBuilder("Content-Length: 0\r\n");
    for (int i = 0; i < MANY; i++) {
      headers.append("X-").append(i).append(": y\r\n");
    }
    return head(FORM, headers.toString());
  }

  /** One header of a megabyte. */
  public byte[] giantHeader() {
    return head(FORM, "X-Giant: " + "y".repeat(1_000_000) + "\r\nContent-Length: 0\r\n");
  }

  /** A field that would be a text of half a megabyte. */
  public byte[] giantField() {
    return form(file("a.png"), field("caption", "c".repeat(500_000)));
  }

  /** A field that goes on long after it is refused. */
  public byte[] endlessField() {
    return form(file("a.png"), field("caption", "c".repeat(9_000_000)));
  }

  /** Headers of a part that have no end. */
  public byte[] giantPartHeader() {
    return form(bytes("--x\r\nX-Giant: " + "y".repeat(100_000) + "\r\n\r\n"));
  }

  /** 50 MB of zeros that are 50 KB on the line: whoever unpacks them has to hold or write them. */
  public byte[] gzipBomb() {
    var packed = gzip(join(file("a.png", new byte[50_000_000]), END));
    return join(
        head(FORM, "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n"), packed);
  }

  /** A packed file where an image should be. */
  public byte[] gzippedFile() {
    return form(file("a.png", gzip(new byte[50_000_000])));
  }

  /** A field twice: a checker that reads the first and a user that reads the last are split. */
  public byte[] duplicateField() {
    return form(file("a.png"), field("caption", "harmless"), field("caption", "other"));
  }

  /** A body that never says the boundary its header does. */
  public byte[] wrongBoundary() {
    var body = bytes("--y\r\nContent-Disposition: form-data; name=file\r\n\r\nabc\r\n--y--\r\n");
    return join(head(FORM, "Content-Length: " + body.length + "\r\n"), body);
  }

  /** No boundary at all. */
  public byte[] noBoundary() {
    return join(head("multipart/form-data", "Content-Length: 5\r\n"), bytes("abcde"));
  }

  /** A boundary longer than RFC 2046 lets one be. */
  public byte[] longBoundary() {
    return join(
        head("multipart/form-data; boundary=" + "b".repeat(500), "Content-Length: 5\r\n"),
        bytes("abcde"));
  }

  /** A part that does not say what it is. */
  public byte[] namelessPart() {
    return form(bytes("--x\r\n\r\nabc\r\n"));
  }

  /** A path that leaves where it belongs, for what stands behind the gateway. */
  public byte[] pathOutOf(String path) {
    return bytes(
        "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
  }

  /** The beginning of a form, for senders that never come to its end. */
  public byte[] beginning(String headers) {
    return head(FORM, headers);
  }

  /** The beginning of a file part. */
  public byte[] beginningOfFile() {
    return bytes("--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n");
  }

  private byte[] form(byte[]... parts) {
    var body = join(join(parts), END);
    return join(head(FORM, "Content-Length: " + body.length + "\r\n"), body);
  }

  private byte[] head(String type, String headers) {
    return bytes(
        "POST /api/images HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: "
            + type
            + "\r\n"
            + headers
            + "\r\n");
  }

  private byte[] file(String name) {
    return file(name, picture);
  }

  private static byte[] file(String name, byte[] content) {
    var head =
        "--x\r\nContent-Disposition: form-data; name=file; filename=\"" + name + "\"\r\n\r\n";
    return join(bytes(head), content, bytes("\r\n"));
  }

  private static byte[] field(String name, String value) {
    return bytes(
        "--x\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + value + "\r\n");
  }

  private static byte[] gzip(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (var piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
