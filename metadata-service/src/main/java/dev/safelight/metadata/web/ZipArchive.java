package dev.safelight.metadata.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes an archive as fast as it is read, and keeps no more of it than one piece at a time. The
 * JDK's stream knows the format, ZIP64 included; its lengths come after each file, since nobody
 * knows them before.
 *
 * <p>One that fails has no end, and so can't be taken for a whole one.
 */
final class ZipArchive {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(written);

  private ZipArchive() {}

  /** What may fail while it is written. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  /** The bytes of an archive of these files; each is opened when the one before it is written. */
  static Flux<ByteBuffer> of(Flux<ZipFile> files) {
    return Flux.defer(() -> new ZipArchive().write(files)).filter(ByteBuffer::hasRemaining);
  }

  private Flux<ByteBuffer> write(Flux<ZipFile> files) {
    return files.concatMap(this::write, 1).concatWith(later(zip::finish));
  }

  private Flux<ByteBuffer> write(ZipFile file) {
    return Flux.concat(
        later(() -> begin(file)),
        file.content().map(bytes -> written(() -> append(bytes))),
        later(zip::closeEntry));
  }

  /** Level 0 puts bytes as they are: pictures are compressed already. */
  private void begin(ZipFile file) throws IOException {
    var entry = new ZipEntry(file.name());
    entry.setLastModifiedTime(FileTime.from(file.modified()));
    zip.setLevel(file.packed() ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
    zip.putNextEntry(entry);
  }

  private void append(ByteBuffer bytes) throws IOException {
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    zip.write(copy);
  }

  private Mono<ByteBuffer> later(Step step) {
    return Mono.fromSupplier(() -> written(step));
  }

  private ByteBuffer written(Step step) {
    try {
      step.take();
      var bytes = ByteBuffer.wrap(written.toByteArray());
      written.reset();
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing but memory is written to", e);
    }
  }
}
