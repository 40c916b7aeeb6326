package dev.safelight.standalone.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes of an earlier run in the same state folder that outlived their supervisor, which only
 * {@code kill -9} brings about.
 *
 * <p>A process is a leftover when a pid file names it and its start instant agrees, or when it is a
 * program of ours and carries a mark of this state folder as an argument, which covers a supervisor
 * killed between starting a part and writing its pid file. Nothing else is ever touched. The caller
 * must hold the state folder's lock.
 */
public final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(8);

  private static final Set<String> OUR_PROGRAMS =
      Set.of("java", "sh", "dash", "bash", "clamd", "freshclam", "mongod");

  private final PidFiles pids;
  private final Set<String> marks;

  /** Looks for processes recorded in the files or given one of the marks as an argument. */
  public Leftovers(PidFiles pids, Set<String> marks) {
    this.pids = pids;
    this.marks = Set.copyOf(marks);
  }

  /** Stops them, kindly first, and answers how many there were. */
  public int end() {
    var found = find();
    found.forEach(ProcessHandle::destroy);
    var gone = found.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(gone)
        .completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    found.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(gone).join();
    pids.forgetAll();
    return found.size();
  }

  List<ProcessHandle> find() {
    var recorded = pids.alive().stream();
    var marked = ProcessHandle.allProcesses().filter(this::isMarked);
    return Stream.concat(recorded, marked).collect(Collectors.toSet()).stream().toList();
  }

  private boolean isMarked(ProcessHandle process) {
    var info = process.info();
    var program = info.command().map(c -> c.substring(c.lastIndexOf('/') + 1)).orElse("");
    return process.pid() != ProcessHandle.current().pid()
        && OUR_PROGRAMS.contains(program)
        && info.arguments().stream().flatMap(Stream::of).anyMatch(marks::contains);
  }
}
