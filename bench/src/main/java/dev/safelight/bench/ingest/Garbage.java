package dev.safelight.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the log of a JVM's collector says of a stretch of time: {@code Pause Young ...
 * 68M->12M(247M)}.
 *
 * @param allocated megabytes that were allocated, garbage or not
 * @param peak most megabytes of the heap in use, garbage included
 * @param live most megabytes in use right after a collection
 */
public record Garbage(long allocated, long peak, long live) {

  private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

  /**
   * Of all that was logged after so many lines. The stretch begins and ends with a collection that
   * {@link #collect} asked for.
   */
  public static Garbage since(int lines, Path log) throws IOException {
    var pauses = pauses(log).stream().skip(lines).toList();
    long allocated = 0;
    for (int i = 1; i < pauses.size(); i++) {
      allocated += number(pauses.get(i), 1) - number(pauses.get(i - 1), 2);
    }
    return new Garbage(
        allocated,
        pauses.stream().mapToLong(pause -> number(pause, 1)).max().orElse(0),
        pauses.stream().skip(1).mapToLong(pause -> number(pause, 2)).max().orElse(0));
  }

  /** Collects the garbage of a JVM, and says how many collections were logged before that one. */
  public static int collect(ProcessHandle jvm, Path log) throws IOException, InterruptedException {
    var before = pauses(log).size();
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, String.valueOf(jvm.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return before;
  }

  private static List<MatchResult> pauses(Path log) throws IOException {
    return PAUSE.matcher(Files.readString(log)).results().toList();
  }

  private static long number(MatchResult pause, int group) {
    return Long.parseLong(pause.group(group));
  }
}
