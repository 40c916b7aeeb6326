package dev.safelight.scanner.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.scan.QuarantineStore;
import dev.safelight.scanner.scan.QuarantineUnavailableException;
import dev.safelight.scanner.scan.ScanLimit;
import dev.safelight.scanner.scan.ScanService;
import dev.safelight.scanner.scan.UploadedImage;
import dev.safelight.scanner.scan.UploadedImage.Occasion;
import dev.safelight.scanner.scan.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A store that breaks off is told from one that holds less than was announced. */
class S3QuarantineStoreIT {

  private static final int ANNOUNCED = 100_000;

  /** A port on which nobody listens, and that nobody is given. */
  private static final int NOBODY = 1;

  private final List<Verdict> published = new ArrayList<>();

  @Test
  void connectionThatBreaksInTheMiddleIsAnOutage() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serveHalf(server));
      run(
          server.getLocalPort(),
          store ->
              assertThatThrownBy(() -> scan(store))
                  .isInstanceOf(QuarantineUnavailableException.class));
    }
    assertThat(published).isEmpty();
  }

  @Test
  void storeThatIsAwayIsAnOutage() throws Exception {
    run(
        NOBODY,
        store ->
            assertThatThrownBy(() -> scan(store))
                .isInstanceOf(QuarantineUnavailableException.class));
  }

  private void scan(QuarantineStore store) {
    var image =
        new UploadedImage(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "uploads/1",
            ANNOUNCED,
            "",
            "",
            "{}",
            Occasion.UPLOAD);
    new ScanService(
            store,
            content -> {
              read(content);
              return new Verdict.Infected("read to its end");
            },
            (of, verdict) -> published.add(verdict),
            new ScanLimit(ANNOUNCED))
        .scan(image);
  }

  private static void read(InputStream content) {
    try {
      content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serveHalf(ServerSocket server) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        skipRequest(client);
        var head = "HTTP/1.1 200 OK\r\nContent-Length: " + ANNOUNCED + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(US_ASCII));
        client.getOutputStream().write(new byte[ANNOUNCED / 2]);
      } catch (IOException e) {
        // The server was closed or the client hung up.
      }
    }
  }

  private static void skipRequest(Socket client) throws IOException {
    var seen = new StringBuilder();
    while (seen.indexOf("\r\n\r\n") < 0) {
      seen.append((char) client.getInputStream().read());
    }
  }

  private static void run(int port, Consumer<QuarantineStore> story) throws ClassNotFoundException {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(Class.forName("dev.safelight.storage.StorageAutoConfiguration")))
        .withUserConfiguration(S3QuarantineStore.class)
        .withPropertyValues(
            "safelight.s3.endpoint=http://127.0.0.1:" + port,
            "safelight.s3.access-key=key",
            "safelight.s3.secret-key=secret")
        .run(context -> story.accept(context.getBean(QuarantineStore.class)));
  }
}
