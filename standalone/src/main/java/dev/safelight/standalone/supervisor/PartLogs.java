package dev.safelight.standalone.supervisor;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log files of the parts: one for the run of now, one for what came before it, neither without
 * bound.
 *
 * <p>The parts write to their file directly, not through the supervisor, so that they go on when it
 * is killed. Hence a file that grew too long is copied aside and cut, not renamed: the part keeps
 * appending to the same one.
 */
public final class PartLogs {

  /** Bytes after which a log is set aside. */
  private static final long LONGEST = 20L << 20;

  private static final int TAIL_BYTES = 16 << 10;

  private final Path folder;

  /** Keeps logs in this existing folder. */
  public PartLogs(Path folder) {
    this.folder = folder;
  }

  Path fileOf(String part) {
    return folder.resolve(part + ".log");
  }

  /** Begins a new log for each of these parts, setting the last run's aside. */
  void startAfresh(List<Part> parts) {
    for (var part : parts) {
      var file = fileOf(part.name());
      if (Files.exists(file)) {
        move(file);
      }
    }
  }

  private static void move(Path file) {
    try {
      Files.move(file, aside(file), REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets aside and cuts the logs that grew too long; a few lines written meanwhile may be lost. */
  void trim(List<Part> parts) {
    for (var part : parts) {
      var file = fileOf(part.name());
      if (file.toFile().length() > LONGEST) {
        cut(file);
      }
    }
  }

  private static void cut(Path file) {
    try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Files.copy(file, aside(file), REPLACE_EXISTING);
      log.truncate(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".1");
  }

  /**
   * The last lines of a part's log, indented, for an error message; says so when there are none.
   */
  String tail(String part, int lines) {
    var all = end(fileOf(part)).lines().toList();
    var last = all.subList(Math.max(0, all.size() - lines), all.size());
    return last.isEmpty() ? "    (nothing)" : "    " + String.join("\n    ", last);
  }

  private static String end(Path file) {
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(TAIL_BYTES, log.length())];
      log.seek(log.length() - bytes.length);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
