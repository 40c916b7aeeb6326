package dev.safelight.processor.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes from a thread, and from all threads and processes it starts afterwards, what processes
 * outside know: their memory, their environment and so their secrets, by which somebody could read
 * them in {@code /proc}. Besides, changing files outside of one folder, TCP, signals to others, and
 * the powers of root. Works on Linux with Landlock, without privileges.
 */
public final class Landlock {

  /** From linux/landlock.h. */
  private static final int ASK_VERSION = 1;

  private static final int RULE_PATH_BENEATH = 1;

  /** Writing, removing and making files of every kind; reading and executing stay. */
  private static final long CHANGES = 1L << 1 | 0x1FF0;

  private static final long REFER = 1L << 13;
  private static final long TRUNCATE = 1L << 14;
  private static final long TCP = 0b11;
  private static final long ABSTRACT_SOCKETS_AND_SIGNALS = 0b11;

  private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;
  private static final int AT_FDCWD = -100;
  private static final int PR_SET_NO_NEW_PRIVS = 38;

  /** _LINUX_CAPABILITY_VERSION_3, of linux/capability.h. */
  private static final int CAPABILITY_VERSION = 0x20080522;

  private final Architecture architecture;

  private Landlock(Architecture architecture) {
    this.architecture = architecture;
  }

  /**
   * Confines the calling thread, for good.
   *
   * @param writable folder in which files may still be changed
   * @return what does not work here, if it cannot be confined
   */
  public static Optional<String> confineThread(Path writable) {
    var architecture = Architecture.ofThisLinux();
    if (architecture.isEmpty()) {
      return Optional.of("this system has none that is known here");
    }
    try {
      new Landlock(architecture.get()).confine(writable);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void confine(Path writable) throws SystemCallException {
    try (var arena = Arena.ofConfined()) {
      long version = call(SystemCalls.LANDLOCK_CREATE_RULESET, 0, 0, ASK_VERSION);
      long changes = CHANGES | (version >= 2 ? REFER : 0) | (version >= 3 ? TRUNCATE : 0);
      var handled = arena.allocate(3 * Long.BYTES, Long.BYTES);
      handled.setAtIndex(ValueLayout.JAVA_LONG, 0, changes);
      handled.setAtIndex(ValueLayout.JAVA_LONG, 1, TCP);
      handled.setAtIndex(ValueLayout.JAVA_LONG, 2, ABSTRACT_SOCKETS_AND_SIGNALS);
      long fields = version >= 6 ? 3 : version >= 4 ? 2 : 1;
      long rules =
          call(SystemCalls.LANDLOCK_CREATE_RULESET, handled.address(), fields * Long.BYTES, 0);
      var path = arena.allocateFrom(writable.toString());
      long folder = call(SystemCalls.OPENAT, AT_FDCWD, path.address(), O_PATH_CLOEXEC);
      // A packed structure: what is allowed, and beneath which folder.
      var rule = arena.allocate(2 * Long.BYTES, Long.BYTES);
      rule.setAtIndex(ValueLayout.JAVA_LONG, 0, changes);
      rule.setAtIndex(ValueLayout.JAVA_INT, 2, (int) folder);
      call(SystemCalls.LANDLOCK_ADD_RULE, rules, RULE_PATH_BENEATH, rule.address());
      call(SystemCalls.PRCTL, PR_SET_NO_NEW_PRIVS, 1);
      call(SystemCalls.LANDLOCK_RESTRICT_SELF, rules, 0);
      dropCapabilities();
      call(SystemCalls.CLOSE, folder);
      call(SystemCalls.CLOSE, rules);
    }
  }

  /** Even root may not look into others then; and without new privileges, stays so. */
  private void dropCapabilities() throws SystemCallException {
    try (var arena = Arena.ofConfined()) {
      var header = arena.allocate(2 * Integer.BYTES, Integer.BYTES);
      header.set(ValueLayout.JAVA_INT, 0, CAPABILITY_VERSION);
      var none = arena.allocate(6 * Integer.BYTES, Integer.BYTES);
      call(SystemCalls.CAPSET, header.address(), none.address());
    }
  }

  private long call(SystemCalls call, long... arguments) throws SystemCallException {
    return Libc.syscall(call.number(architecture), arguments);
  }
}
