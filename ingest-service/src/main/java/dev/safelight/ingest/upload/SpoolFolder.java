package dev.safelight.ingest.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where this process spools. Each process has a folder of its own in one that all share, and beside
 * it a lock that is held while the process lives; what belongs to no living process is removed when
 * the next one starts.
 */
public class SpoolFolder implements AutoCloseable {

  private static final String LOCK_SUFFIX = ".lock";

  private final Path own;
  private final Path lockFile;
  private final FileChannel lock;

  private SpoolFolder(Path own, Path lockFile, FileChannel lock) {
    this.own = own;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Sweeps what dead processes left in {@code shared}, and makes a folder there.
   *
   * @throws UncheckedIOException if that can't be written to
   */
  public static SpoolFolder in(Path shared) {
    try {
      Files.createDirectories(shared);
      sweep(shared);
      var name = UUID.randomUUID().toString();
      // Created by the owner alone before anyone can see a folder to sweep.
      var lockFile = shared.resolve(name + LOCK_SUFFIX);
      var lock =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      return new SpoolFolder(Files.createDirectory(shared.resolve(name)), lockFile, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("The spool folder cannot be used", e);
    }
  }

  /** The folder of this process. */
  public Path own() {
    return own;
  }

  /** Removes the folder and all that is in it. */
  @Override
  public void close() {
    try {
      deleteFolder(own);
      lock.close();
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      throw new UncheckedIOException("The spool folder cannot be removed", e);
    }
  }

  private static void sweep(Path shared) throws IOException {
    for (var lockFile : list(shared, "*" + LOCK_SUFFIX)) {
      try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
        if (isFree(channel)) {
          deleteFolder(folderOf(lockFile));
          Files.delete(lockFile);
        }
      }
    }
  }

  /** Closing the channel gives the lock back. */
  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Path folderOf(Path lockFile) {
    var name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length()));
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (var file : list(folder, "*")) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    try (var entries = Files.newDirectoryStream(folder, glob)) {
      var paths = new ArrayList<Path>();
      entries.forEach(paths::add);
      return paths;
    }
  }
}
