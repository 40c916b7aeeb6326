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
 * program of ours and carries this state folder's mark as an argument, which covers a supervisor
 * killed between starting a part and writing its pid file. Nothing else is ever touched. The caller
 * must hold the state folder's lock.
 */
public final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(8);

  private static final Set<String> OUR_PROGRAMS =
      Set.of("java", "sh", "dash", "bash", "clamd", "freshclam", "mongod");

  private final PidFiles pids;
  private final String mark;

  /** Looks for processes recorded in the files or given the mark as an argument of their own. */
  public Leftovers(PidFiles pids, String mark) {
    this.pids = pids;
    this.mark = mark;
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
        && info.arguments().map(List::of).orElse(List.of()).contains(mark);
  }
}
