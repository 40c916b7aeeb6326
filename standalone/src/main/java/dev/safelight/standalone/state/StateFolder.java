package dev.safelight.standalone.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The one folder that holds everything a stack keeps; nobody but its owner can enter it. */
public final class StateFolder implements AutoCloseable {

  private final Path home;
  private final FileChannel lockFile;

  private StateFolder(Path home, FileChannel lockFile) {
    this.home = home;
    this.lockFile = lockFile;
  }

  /** Creates it if need be and holds it until closed; refuses when another stack runs in it. */
  public static StateFolder hold(Path home) {
    try {
      createPrivate(home);
      var file =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw new StartRefusedException(
            "Safelight already runs in "
                + home
                + ". Stop that one, or choose another SAFELIGHT_HOME.");
      }
      return new StateFolder(home, file);
    } catch (IOException e) {
      throw new StartRefusedException("The state folder " + home + " cannot be used: " + e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** A folder in it, created if need be. */
  public Path folder(String name) {
    try {
      var folder = home.resolve(name);
      createPrivate(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this folder exists in it. */
  public boolean has(String name) {
    return Files.isDirectory(home.resolve(name));
  }

  /** Absolute path of the folder. */
  public Path path() {
    return home;
  }

  /** Argument that every part carries, by which a later run knows it as its own. */
  public String mark() {
    return "-Dsafelight.home=" + home;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
