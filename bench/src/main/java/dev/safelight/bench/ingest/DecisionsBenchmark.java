package dev.safelight.bench.ingest;

import dev.safelight.bench.service.Jvm;
import dev.safelight.ingest.IngestApplication;
import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.Rates;
import dev.safelight.ingest.upload.Reservation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What is decided in the database about one upload, with the one that the stack brings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 1)
public class DecisionsBenchmark {

  private @Nullable Process stores;
  private @Nullable ConfigurableApplicationContext ingest;

  /** Starts the database and what of ingest needs nothing else. */
  @Setup
  public void start() throws IOException {
    var settings = IngestSettings.fromEnvironment();
    var home = Files.createTempDirectory("bench");
    var mongodb = freePort();
    var jvm = new Jvm(settings.lib(), home.resolve("log"));
    stores =
        jvm.start(
            256,
            Map.of("STORES_HOME", home.toString(), "STORES_MONGODB_PORT", String.valueOf(mongodb)),
            "-cp",
            jvm.jar("standalone").toString(),
            "dev.safelight.standalone.stores.Stores");
    ingest = ingest(home, mongodb);
  }

  private static ConfigurableApplicationContext ingest(Path home, int mongodb) throws IOException {
    return new SpringApplicationBuilder(IngestApplication.class)
        .run(
            "--server.port=" + freePort(),
            "--server.address=127.0.0.1",
            "--logging.level.root=off",
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--spring.kafka.listener.auto-startup=false",
            "--spring.mongodb.uri=mongodb://127.0.0.1:" + mongodb + "/bench",
            "--safelight.oidc.issuer=http://127.0.0.1:1",
            "--safelight.s3.access-key=none",
            "--safelight.s3.secret-key=none",
            "--safelight.ingest.spool.folder=" + home.resolve("spool"),
            "--safelight.ingest.rates.user.limit=1000000000",
            "--safelight.ingest.quota.default=100000GB");
  }

  /** Stops both. */
  @TearDown
  public void end() {
    if (ingest != null) {
      ingest.close();
    }
    if (stores != null) {
      stores.destroy();
      stores.onExit().join();
    }
  }

  /** Counts an upload of one user. */
  @Benchmark
  public @Nullable RateDecision rate() {
    return bean(Rates.class).take(RateScope.USER, "bench").block();
  }

  /** Looks for a duplicate, and takes room for an image of one user. */
  @Benchmark
  public @Nullable Reservation duplicateAndQuota() {
    var digest = new byte[32];
    ThreadLocalRandom.current().nextBytes(digest);
    var sha256 = HexFormat.of().formatHex(digest);
    var ledger = bean(Ledger.class);
    return ledger
        .duplicateOf("bench", sha256)
        .then(ledger.reserve(UUID.randomUUID(), "bench", sha256, 3_000_000))
        .block();
  }

  private <T> T bean(Class<T> type) {
    if (ingest == null) {
      throw new IllegalStateException("Not set up");
    }
    return ingest.getBean(type);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
