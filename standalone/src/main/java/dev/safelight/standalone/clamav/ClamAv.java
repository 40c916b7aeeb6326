package dev.safelight.standalone.clamav;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder ClamAV works in: its configuration, its signatures, its temporary files.
 *
 * <p>The configuration is written anew at every start. The signatures always include one of ours
 * that knows the EICAR test file, because clamd does not start with none and a test must be
 * possible at once.
 */
public final class ClamAv {

  /**
   * Largest single input, in megabytes; far above the upload limit, because more is refused whole.
   */
  private static final int LARGEST_INPUT_MB = 128;

  private static final String EICAR = "safelight-eicar.ndb";

  private static final String CLAMD = "clamd.conf";
  private static final String FRESHCLAM = "freshclam.conf";

  private final Path folder;
  private final int port;

  /** Works in this existing folder and listens on this loopback port. */
  public ClamAv(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Writes configuration and test signature. */
  public ClamAv prepare() {
    try {
      Files.createDirectories(signatures());
      Files.createDirectories(temporary());
      Files.writeString(clamdConf(), clamdConfiguration());
      Files.writeString(freshclamConf(), freshclamConfiguration());
      try (InputStream eicar = resource()) {
        Files.copy(eicar, signatures().resolve(EICAR), StandardCopyOption.REPLACE_EXISTING);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource() throws IOException {
    var eicar = ClamAv.class.getResourceAsStream(EICAR);
    if (eicar == null) {
      throw new IOException(EICAR + " is missing from the jar");
    }
    return eicar;
  }

  /** How to run the engine in the foreground. */
  public List<String> clamdCommand(Path clamd) {
    return List.of(clamd.toString(), "--foreground", configuredBy(clamdConf()));
  }

  /** How to run the updater in the foreground; it looks for news every two hours, without end. */
  public List<String> freshclamCommand(Path freshclam) {
    return List.of(
        freshclam.toString(),
        "--daemon",
        "--foreground",
        "--stdout",
        configuredBy(freshclamConf()));
  }

  /** Arguments of the two commands, run in this folder, by which a later run knows them again. */
  public static Set<String> marks(Path folder) {
    return Set.of(configuredBy(folder.resolve(CLAMD)), configuredBy(folder.resolve(FRESHCLAM)));
  }

  private static String configuredBy(Path file) {
    return "--config-file=" + file;
  }

  /** Whether there are real signatures, and not the test signature alone. */
  public boolean hasRealSignatures() {
    try (Stream<Path> files = Files.list(signatures())) {
      return files.map(Path::toString).anyMatch(f -> f.endsWith(".cvd") || f.endsWith(".cld"));
    } catch (IOException e) {
      return false;
    }
  }

  private String clamdConfiguration() {
    // No User: clamd refuses to drop privileges it does not have.
    // Input over a limit is answered "OK" unless AlertExceedsMax; our limits are above every
    // upload.
    return """
        # Written by Safelight at every start.
        DatabaseDirectory %1$s
        TemporaryDirectory %2$s
        TCPSocket %3$d
        TCPAddr 127.0.0.1
        MaxThreads 4
        StreamMaxLength %4$dM
        MaxFileSize %4$dM
        MaxScanSize %5$dM
        PCREMaxFileSize %4$dM
        AlertExceedsMax yes
        ConcurrentDatabaseReload no
        SelfCheck 600
        ExitOnOOM yes
        LogTime yes
        """
        .formatted(signatures(), temporary(), port, LARGEST_INPUT_MB, LARGEST_INPUT_MB * 4);
  }

  private String freshclamConfiguration() {
    return """
        # Written by Safelight at every start.
        DatabaseDirectory %s
        DatabaseOwner %s
        DatabaseMirror database.clamav.net
        NotifyClamd %s
        ConnectTimeout 10
        ReceiveTimeout 120
        MaxAttempts 2
        Checks 12
        """
        .formatted(signatures(), System.getProperty("user.name"), clamdConf());
  }

  private Path signatures() {
    return folder.resolve("signatures");
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private Path clamdConf() {
    return folder.resolve(CLAMD);
  }

  private Path freshclamConf() {
    return folder.resolve(FRESHCLAM);
  }
}
