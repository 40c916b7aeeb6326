package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.nio.ByteBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** A piece of a part of a form. */
sealed interface PartChunk {

  /** A whole field. */
  record Field(String name, String value) implements PartChunk {}

  /**
   * Some bytes of a file.
   *
   * @param name name of the part
   * @param filename name of the file, empty where a browser's form had no file chosen
   * @param headers what else the client says about it
   * @param content the bytes
   * @param last whether they are the file's last
   */
  record FileBytes(
      String name, String filename, HttpHeaders headers, ByteBuffer content, boolean last)
      implements PartChunk {

    FileClaim claim() {
      return new FileClaim(filename, headers.getFirst(HttpHeaders.CONTENT_TYPE));
    }
  }

  /** Reads a part event whose content is ours. */
  static PartChunk of(PartEvent event) {
    return event instanceof FormPartEvent field
        ? new Field(field.name(), field.value())
        : fileBytes(event);
  }

  private static FileBytes fileBytes(PartEvent event) {
    var filename = event instanceof FilePartEvent file ? file.filename() : "";
    return new FileBytes(
        event.name(), filename, event.headers(), Pieces.bytes(event.content()), event.isLast());
  }
}
