package dev.safelight.standalone.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to start a JVM of ours.
 *
 * @param java the program
 * @param lib the folder with all jars
 * @param version of Safelight, part of our jars' names
 * @param mark argument by which a later run knows the process as its own
 */
record JvmPart(Path java, Path lib, String version, String mark) {

  /** What every JVM of ours is started with. */
  private static final List<String> ALWAYS =
      List.of(
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** Out of memory, a JVM is in no state to go on; the supervisor starts another. */
  private static final String FAIL_FAST = "-XX:+ExitOnOutOfMemoryError";

  /** For those that compute little: quick to start, never optimised further. */
  static final List<String> QUICK =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", FAIL_FAST);

  /**
   * For those that work: optimised in full, but ten times later than usual. At start all of them
   * warm up at once, and the optimising compiler would take a third of two cores for code that runs
   * once. The serial collector, because images are large arrays, which it never moves needlessly
   * nor splits.
   *
   * <p>Not failing fast: the one image that is too large for the heap is parked by the processor,
   * and would bring it down again and again if that ended the JVM.
   */
  static final List<String> DEVELOPING =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** For the others that work. */
  static final List<String> PATIENT =
      Stream.concat(DEVELOPING.stream(), Stream.of(FAIL_FAST)).toList();

  /** The Java and the folder this very process runs from. */
  static JvmPart here(String mark) {
    var ours =
        Path.of(
            URI.create(
                JvmPart.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    var version = JvmPart.class.getPackage().getImplementationVersion();
    if (version == null) {
      throw new IllegalStateException("Safelight runs from its jar, not from " + ours);
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JvmPart(java, ours.resolveSibling(""), version, mark);
  }

  /** A service, by the main class its jar names, with a heap of so many megabytes. */
  List<String> service(String name, int heap, List<String> options) {
    var command = begin(heap, options);
    command.addAll(List.of("-jar", jar(name)));
    return List.copyOf(command);
  }

  /** Another main class of this module, with a heap of so many megabytes. */
  List<String> mainClass(Class<?> main, int heap, List<String> options) {
    var command = begin(heap, options);
    command.addAll(List.of("-cp", jar("standalone"), main.getName()));
    return List.copyOf(command);
  }

  private List<String> begin(int heap, List<String> options) {
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.add(mark);
    command.add("-Xmx" + heap + "m");
    command.addAll(ALWAYS);
    command.addAll(options);
    return command;
  }

  private String jar(String name) {
    return lib.resolve(name + "-" + version + ".jar").toString();
  }
}
