package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** A piece of a part of a form, in memory of its own: nothing to release, whatever happens. */
sealed interface PartChunk {

  /** A whole field. */
  record Field(String name, String value) implements PartChunk {}

  /**
   * Some bytes of a file.
   *
   * @param name name of the part
   * @param filename name of the file, empty where a browser's form had no file chosen
   * @param declaredType media type the client claims
   * @param content the bytes
   * @param last whether they are the file's last
   */
  record FileBytes(
      String name, String filename, @Nullable String declaredType, ByteBuffer content, boolean last)
      implements PartChunk {

    FileClaim claim() {
      return new FileClaim(filename, declaredType);
    }
  }

  /** Copies and releases a part event. */
  static PartChunk of(PartEvent event) {
    try {
      return event instanceof FormPartEvent field
          ? new Field(field.name(), field.value())
          : fileBytes(event);
    } finally {
      DataBufferUtils.release(event.content());
    }
  }

  private static FileBytes fileBytes(PartEvent event) {
    var content = ByteBuffer.allocate(event.content().readableByteCount());
    event.content().toByteBuffer(content);
    var type = event.headers().getFirst("Content-Type");
    var filename = event instanceof FilePartEvent file ? file.filename() : "";
    return new FileBytes(event.name(), filename, type, content, event.isLast());
  }
}
