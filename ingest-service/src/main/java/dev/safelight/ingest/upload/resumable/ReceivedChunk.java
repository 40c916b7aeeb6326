package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.IncomingFile;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpooledFile;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of one part, as they come in to the disk. */
class ReceivedChunk implements AutoCloseable {

  private static final FileClaim NOTHING = new FileClaim(null, null);

  private final IncomingFile file;
  private final long announced;
  private final @Nullable ChunkDigest expected;
  private final @Nullable MessageDigest digest;

  /**
   * Begins.
   *
   * @param remaining most bytes there may be
   * @param announced bytes the whole upload is to have
   */
  ReceivedChunk(Spool spool, long remaining, long announced, @Nullable ChunkDigest expected) {
    this.file = spool.begin(NOTHING, remaining);
    this.announced = announced;
    this.expected = expected;
    this.digest = expected == null ? null : expected.begin();
  }

  void write(ByteBuffer bytes) {
    if (digest != null) {
      digest.update(bytes.duplicate());
    }
    file.write(bytes);
  }

  /** What came, whole; an objection where that is not what was to come. */
  SpooledFile finish() {
    var spooled = broken();
    if (expected != null
        && digest != null
        && !HexFormat.of().formatHex(digest.digest()).equals(expected.value())) {
      throw new ObjectionException(new Objection.OtherPart());
    }
    return spooled;
  }

  /** What came before it broke off, which no digest can be compared with. */
  SpooledFile broken() {
    return switch (file.finish()) {
      case Received.Spooled(var spooled) -> spooled;
      case Received.Refused refused ->
          throw new ObjectionException(new Objection.MoreThanAnnounced(announced));
    };
  }

  boolean hasDigest() {
    return digest != null;
  }

  @Override
  public void close() {
    file.close();
  }
}
