package dev.safelight.ingest.upload;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A spool on a disk without room: Linux has a device that answers as such a disk does. */
public class FullDisk extends Spool {

  /** Takes every byte with "no space left on device". */
  public static final Path DEVICE = Path.of("/dev/full");

  private static final long MAX_SIZE = 1 << 20;

  private final SpoolFolder folder;

  /** Makes its files, as it would on any disk, in {@code folder}. */
  public FullDisk(SpoolFolder folder) {
    super(folder, MAX_SIZE);
    this.folder = folder;
  }

  @Override
  public IncomingFile begin(FileClaim claim) {
    try {
      var link = Files.createSymbolicLink(folder.own().resolve("upload-full.part"), DEVICE);
      return new IncomingFile(link, claim, MAX_SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
