package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file that is to come said about it.
 *
 * @param claim its name and type
 * @param size its bytes
 * @param sha256 its digest in lower-case hexadecimal, if that was given
 * @param fields the fields of its image as texts, as they were given and found good
 * @param onDuplicate what to do if its sender sent the same bytes before
 */
public record AnnouncedFile(
    FileClaim claim,
    long size,
    @Nullable String sha256,
    Map<String, List<String>> fields,
    OnDuplicate onDuplicate) {

  /** Copies the fields. */
  public AnnouncedFile {
    fields = Map.copyOf(fields);
  }
}
