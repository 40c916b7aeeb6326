package dev.safelight.processor.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Takes from this process, for good, what it does not need any more: talking to others, starting
 * programs, and changing files. Reading files, memory and threads stay. Works on Linux, without
 * privileges.
 */
public final class Sandbox {

  /** What the standard headers call these; linux/prctl.h, linux/seccomp.h, bits/resource.h. */
  private static final int PR_SET_PDEATHSIG = 1;

  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SIGKILL = 9;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int RLIMIT_DATA = 2;
  private static final int RLIMIT_CORE = 4;
  private static final int CLONE_THREAD = 0x10000;
  private static final int TIOCSTI = 0x5412;

  /** O_WRONLY, O_RDWR, O_CREAT and O_TRUNC: any of them may change something. */
  private static final int OPEN_TO_CHANGE = 0x1 | 0x2 | 0x40 | 0x200;

  /** The first number that is not judged here, the same everywhere: programs do without it. */
  private static final int UNKNOWN = 451;

  private Sandbox() {}

  /**
   * Lets the kernel end this process as soon as the one that started it ends. It does so, too, when
   * the thread ends that started this one, or the one that calls this.
   */
  public static void endWithParent() throws IOException {
    var architecture = Architecture.ofThisLinux();
    if (architecture.isPresent()) {
      prctl(architecture.get(), PR_SET_PDEATHSIG, SIGKILL);
    }
  }

  /**
   * Bounds the memory of this process by what it may write to; whatever allocates more is refused.
   *
   * @param bytes about what it may hold
   */
  public static void boundMemory(long bytes) throws IOException {
    var architecture = Architecture.ofThisLinux();
    if (architecture.isPresent()) {
      limit(architecture.get(), RLIMIT_DATA, bytes);
      limit(architecture.get(), RLIMIT_CORE, 0);
    }
  }

  /**
   * Closes the sandbox around all threads of this process.
   *
   * @return what does not work here, if it cannot be closed
   */
  public static Optional<String> close() {
    var architecture = Architecture.ofThisLinux();
    if (architecture.isEmpty()) {
      return Optional.of("this system has none that is known here");
    }
    try (var arena = Arena.ofConfined()) {
      prctl(architecture.get(), PR_SET_NO_NEW_PRIVS, 1);
      prctl(architecture.get(), PR_SET_DUMPABLE, 0);
      Libc.syscall(
          SystemCalls.SECCOMP.number(architecture.get()),
          SECCOMP_SET_MODE_FILTER,
          SECCOMP_FILTER_FLAG_TSYNC,
          filter(architecture.get()).program(arena).address());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Filter filter(Architecture architecture) {
    var filter = new Filter(architecture).unknownFrom(UNKNOWN);
    SystemCalls.refused().forEach(call -> filter.refuse(call, Filter.EPERM));
    return filter
        // Its flags are in memory, which a filter cannot see; without it, threads start by clone.
        .refuse(SystemCalls.CLONE3, Filter.ENOSYS)
        .allowIfAny(SystemCalls.CLONE, 0, CLONE_THREAD)
        .refuseIfAny(SystemCalls.OPEN, 1, OPEN_TO_CHANGE)
        .refuseIfAny(SystemCalls.OPENAT, 2, OPEN_TO_CHANGE)
        .allowIfEqual(SystemCalls.TGKILL, 0, (int) ProcessHandle.current().pid())
        // Of this process itself; also how a limit is asked for.
        .allowIfEqual(SystemCalls.PRLIMIT64, 0, 0)
        .refuseIfEqual(SystemCalls.IOCTL, 1, TIOCSTI);
  }

  private static void prctl(Architecture architecture, int option, long value)
      throws SystemCallException {
    Libc.syscall(SystemCalls.PRCTL.number(architecture), option, value);
  }

  private static void limit(Architecture architecture, int resource, long value)
      throws SystemCallException {
    try (var arena = Arena.ofConfined()) {
      var limit = arena.allocate(2 * Long.BYTES, Long.BYTES);
      limit.setAtIndex(ValueLayout.JAVA_LONG, 0, value);
      limit.setAtIndex(ValueLayout.JAVA_LONG, 1, value);
      Libc.syscall(SystemCalls.PRLIMIT64.number(architecture), 0, resource, limit.address());
    }
  }
}
