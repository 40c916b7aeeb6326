package dev.safelight.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A whole Safelight in a folder of its own, on ports of its own, run by its supervisor. */
public final class SafelightStack implements AutoCloseable {

  /** A kind of items whose images a moderator has to approve. */
  public static final String HELD_KIND = "e2e-held";

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Duration START = Duration.ofMinutes(4);

  /** Images an item takes a day: few enough to be spent by one story. */
  public static final int ITEM_LIMIT = 30;

  private static final Duration STOP = Duration.ofSeconds(60);

  /** So that nobody has to wait long for who is too slow, or for the next look at what is due. */
  private static final Map<String, String> SHORT_WAITS =
      Map.of(
          "SAFELIGHT_INGEST_REQUEST_TIMEOUT", "20s",
          "SAFELIGHT_GATEWAY_IDLE_TIMEOUT", "20s",
          "SAFELIGHT_INGEST_TUS_LOCK", "5s",
          "SAFELIGHT_EVENTING_LONGEST_RETRY", "3s",
          "SAFELIGHT_METADATA_ERASURE_INTERVAL", "1s",
          "SAFELIGHT_METADATA_REMOVAL_INTERVAL", "3s");

  /** Thirty JVMs live here for a minute or two, so that optimising takes longer than it saves. */
  private static final String QUICK_STARTS = "-XX:TieredStopAtLevel=1";

  private final Path folder;
  private final int firstPort = FreePorts.block(Port.COUNT);
  private final Parts parts;
  private Process supervisor;
  private int starts;

  /** Prepares one with all of its state below this folder. */
  public SafelightStack(Path folder) {
    this.folder = folder;
    this.parts = new Parts(folder.resolve("home"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-of-the-stack"));
  }

  /** Names of the files in which a bucket keeps what is under a prefix. */
  public List<String> stored(String bucket, String prefix) {
    var root = folder.resolve("home/s3").resolve(bucket);
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.startsWith(prefix))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loses one of the {@link #stored} files of a bucket. */
  public void lose(String bucket, String name) {
    try {
      Files.delete(folder.resolve("home/s3").resolve(bucket).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever has these bytes in it is malware from the next start of clamd on. */
  public void learnMalware(String name, byte[] pattern) {
    var signature = "%s:0:*:%s%n".formatted(name, HexFormat.of().formatHex(pattern));
    try {
      var file = folder.resolve("home/clamav/signatures").resolve(name + ".ndb");
      Files.writeString(file, signature);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and returns when everything is ready, which it answers the time of. */
  public Duration start() {
    long began = System.nanoTime();
    starts++;
    supervisor = java(Redirect.to(console().toFile()), "-jar", jar("standalone"));
    Awaitility.await("everything is ready")
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .until(this::isReady);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** What the person at the terminal reads counts, as parts of an earlier run may answer, too. */
  private boolean isReady() {
    assertThat(supervisor.isAlive()).as(() -> "The supervisor ended:\n" + consoleText()).isTrue();
    return consoleText().contains("Safelight is ready")
        && Stream.of(Port.GATEWAY, Port.INGEST, Port.SCANNER, Port.PROCESSOR, Port.METADATA)
            .allMatch(port -> Readiness.of(url(port) + "/actuator/health/readiness"))
        && Readiness.of(url(Port.SIGN_IN) + "/.well-known/openid-configuration");
  }

  /** Stops it as Ctrl-C does, and insists that it stops well and leaves nobody behind. */
  public void stop() {
    var processes = supervisor.descendants().toList();
    supervisor.destroy();
    try {
      assertThat(supervisor.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
          .as("It stops within " + STOP)
          .isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(supervisor.exitValue()).as(this::consoleText).isZero();
    assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  /** As when the power fails: every process at once, the supervisor first, and no goodbye. */
  public void killEverything() {
    var all = Stream.concat(Stream.of(supervisor.toHandle()), supervisor.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Kills the one that keeps the others alive, and nobody else. */
  public void killSupervisor() {
    supervisor.destroyForcibly().onExit().join();
  }

  /** The parts one by one. */
  public Parts parts() {
    return parts;
  }

  /** Where a part listens. */
  public int port(Port port) {
    return port.of(firstPort);
  }

  /** Where the gateway is, without a slash at the end. */
  public URI gateway() {
    return URI.create(url(Port.GATEWAY));
  }

  /** A bearer token of this user, got the way that {@code make token} gets it. */
  public String token(String user) {
    var out = folder.resolve("token-" + user);
    try {
      var command = "dev.safelight.standalone.token.TokenCommand";
      var exit = java(Redirect.to(out.toFile()), "-cp", jar("standalone"), command, user).waitFor();
      assertThat(exit).as(() -> text(out)).isZero();
      return text(out).lines().toList().getLast();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a part has logged since it was started last. */
  public String log(String part) {
    return text(folder.resolve("home/logs").resolve(part + ".log"));
  }

  /** What the supervisor printed. */
  public String consoleText() {
    return text(console());
  }

  private Process java(Redirect out, String... arguments) {
    var command = Stream.concat(Stream.of(JAVA.toString(), "-Xmx64m"), Stream.of(arguments));
    try {
      Files.createDirectories(folder);
      var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
      builder.redirectOutput(out);
      builder.environment().keySet().removeAll(foreign(builder.environment()));
      builder.environment().putAll(settings());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("SAFELIGHT_HOME", folder.resolve("home").toString());
    settings.put("SAFELIGHT_PORT", String.valueOf(firstPort));
    settings.put("SAFELIGHT_START_SECONDS", String.valueOf(START.toSeconds()));
    // All stories are told by two users at one address.
    settings.put("SAFELIGHT_INGEST_RATES_USER_LIMIT", "100000");
    settings.put("SAFELIGHT_INGEST_RATES_ADDRESS_LIMIT", "100000");
    settings.put("SAFELIGHT_INGEST_RATES_ITEM_LIMIT", String.valueOf(ITEM_LIMIT));
    settings.put("SAFELIGHT_METADATA_MODERATION_KINDS", HELD_KIND);
    settings.putAll(SHORT_WAITS);
    settings.put("JAVA_TOOL_OPTIONS", QUICK_STARTS);
    return settings;
  }

  /** Whoever runs these tests may have pointed a stack of their own at servers outside. */
  private static List<String> foreign(Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(
            name ->
                name.startsWith("SAFELIGHT_")
                    || name.startsWith("SPRING_")
                    || name.matches("KAFKA_BOOTSTRAP_SERVERS|MONGODB_URI|OIDC_ISSUER")
                    || name.matches("(S3|CLAMD)_.*"))
        .toList();
  }

  private Path console() {
    return folder.resolve("console-" + starts + ".log");
  }

  private String url(Port port) {
    return "http://127.0.0.1:" + port(port);
  }

  private static String jar(String module) {
    return property("safelight.lib") + "/" + module + "-" + property("safelight.version") + ".jar";
  }

  private static String property(String name) {
    var value = System.getProperty(name);
    assertThat(value).as("System property " + name + ", which the build sets").isNotNull();
    return value;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "(nothing: " + e + ")";
    }
  }

  /** Kindly, and by force if that does not help. */
  @Override
  public void close() {
    end();
  }

  private synchronized void end() {
    if (supervisor == null || !supervisor.isAlive()) {
      return;
    }
    var processes = supervisor.descendants().toList();
    supervisor.destroy();
    supervisor.onExit().completeOnTimeout(supervisor, STOP.toSeconds(), TimeUnit.SECONDS).join();
    supervisor.destroyForcibly();
    processes.forEach(ProcessHandle::destroyForcibly);
  }
}
