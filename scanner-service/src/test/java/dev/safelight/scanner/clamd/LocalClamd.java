package dev.safelight.scanner.clamd;

import dev.safelight.testservers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real clamd of our own on a free local port, which knows the EICAR test file and nothing else.
 */
public final class LocalClamd implements AutoCloseable {

  /** The test file as a signature, in hexadecimal: anywhere in a file of any type. */
  public static final String ANYWHERE = "Local.Eicar:0:*:" + eicarInHex();

  private final Path folder;
  private final int port;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Process process;

  /** Prepares one that works in this folder. */
  public LocalClamd(Path folder) {
    this.folder = folder;
    this.port = FreePort.find();
    settings.put("Foreground", "yes");
    settings.put("DatabaseDirectory", folder.resolve("db").toString());
    settings.put("TemporaryDirectory", folder.toString());
    settings.put("TCPSocket", String.valueOf(port));
    settings.put("TCPAddr", "127.0.0.1");
    settings.put("StreamMaxLength", "25M");
    settings.put("MaxFileSize", "100M");
    settings.put("MaxScanSize", "100M");
    settings.put("AlertExceedsMax", "yes");
  }

  /** Replaces a setting of its configuration. */
  public LocalClamd with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Starts it with the EICAR signature and returns when it answers. */
  public LocalClamd start() {
    return start("eicar.ndb", ANYWHERE);
  }

  /** Starts it with one signature file and returns when it answers. */
  public LocalClamd start(String signatureFile, String signature) {
    try {
      var signatures = Files.createDirectories(folder.resolve("db"));
      Files.writeString(signatures.resolve(signatureFile), signature + "\n");
      Files.writeString(folder.resolve("clamd.conf"), configuration());
      process =
          new ProcessBuilder(program(), "-c", folder.resolve("clamd.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("clamd.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await("clamd answers, see " + folder.resolve("clamd.log"))
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(this::answers);
    return this;
  }

  public int port() {
    return port;
  }

  /** As if the machine it runs on were gone; it can be started again on the same port. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("clamd ended, see " + folder.resolve("clamd.log"));
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String configuration() {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + ' ' + setting.getValue() + '\n')
        .collect(Collectors.joining());
  }

  private static String program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
        .map(folder -> Path.of(folder, "clamd"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "These tests need a real clamd. Install it: apt-get install clamav-daemon"
                        + " (Debian, Ubuntu), dnf install clamd (Fedora), brew install clamav"))
        .toString();
  }

  private static String eicarInHex() {
    return "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d"
        + "5354414e444152442d414e544956495255532d544553542d46494c452124482b482a";
  }
}
