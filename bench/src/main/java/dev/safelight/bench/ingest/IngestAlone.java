package dev.safelight.bench.ingest;

import dev.safelight.bench.service.Jvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ingest with the stores it needs and the gateway before it, each as a process, as the stack starts
 * them. Nobody scans or develops what comes in, as that would take the processors from it.
 */
final class IngestAlone implements AutoCloseable {

  /** Key of the store, for ingest and for the bench. */
  static final String KEY = "bench";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As standalone starts services. */
  private static final List<String> PATIENT =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private final Jvm jvm;
  private final Path home;
  private final String issuer;
  private final List<Process> parts = new ArrayList<>();
  private final int kafka = freePort();
  private final int mongodb = freePort();
  private final int s3 = freePort();
  private final int ingest = freePort();
  private final int gateway = freePort();

  private IngestAlone(Jvm jvm, Path home, String issuer) throws IOException {
    this.jvm = jvm;
    this.home = home;
    this.issuer = issuer;
  }

  /** Starts it all, with a fresh state, and waits until it takes uploads. */
  static IngestAlone start(Jvm jvm, Path home, String issuer, int heap)
      throws IOException, InterruptedException {
    var running = new IngestAlone(jvm, home, issuer);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    running.startStores();
    running.startIngest(heap);
    running.startGateway();
    return running;
  }

  URI store() {
    return local(s3);
  }

  URI ingest() {
    return local(ingest);
  }

  URI gateway() {
    return local(gateway);
  }

  ProcessHandle ingestProcess() {
    return parts.get(1).toHandle();
  }

  /** What the collector of ingest's garbage says. */
  Path collectorLog() {
    return home.resolve("gc.log");
  }

  /** The stores keep the keys that they find. */
  private void startStores() throws IOException {
    var secrets = Files.createDirectories(home.resolve("secrets"));
    for (var service : List.of("ingest", "admin")) {
      Files.writeString(secrets.resolve("s3-" + service + "-access-key"), KEY);
      Files.writeString(secrets.resolve("s3-" + service + "-secret-key"), KEY);
    }
    var environment =
        Map.of(
            "STORES_HOME", home.toString(),
            "STORES_KAFKA_PORT", String.valueOf(kafka),
            "STORES_CONTROLLER_PORT", String.valueOf(freePort()),
            "STORES_MONGODB_PORT", String.valueOf(mongodb),
            "STORES_S3_PORT", String.valueOf(s3));
    start(
        384,
        environment,
        "-Dlogback.configurationFile=stores-logback.xml",
        "-cp",
        jvm.jar("standalone").toString(),
        "dev.safelight.standalone.stores.Stores");
  }

  private void startIngest(int heap) throws IOException, InterruptedException {
    var environment = new HashMap<>(listening(ingest));
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
    environment.put("SPRING_MONGODB_URI", "mongodb://127.0.0.1:" + mongodb + "/safelight");
    environment.put("SAFELIGHT_OIDC_ISSUER", issuer);
    environment.put("SAFELIGHT_S3_ENDPOINT", store().toString());
    environment.put("SAFELIGHT_S3_ACCESS_KEY", KEY);
    environment.put("SAFELIGHT_S3_SECRET_KEY", KEY);
    environment.put("SAFELIGHT_INGEST_SPOOL_FOLDER", home.resolve("spool").toString());
    environment.putAll(withoutLimits());
    start(
        heap,
        environment,
        "-Xlog:gc:file=" + collectorLog() + ":uptimenanos",
        "-jar",
        jvm.jar("ingest-service").toString());
    awaitReady(ingest);
  }

  /** They are checked as ever, but one user sends all of it from one address. */
  private static Map<String, String> withoutLimits() {
    return Map.of(
        "SAFELIGHT_INGEST_RATES_USER_LIMIT", "1000000000",
        "SAFELIGHT_INGEST_RATES_ADDRESS_LIMIT", "1000000000",
        "SAFELIGHT_INGEST_QUOTA_DEFAULT", "1000GB");
  }

  private void startGateway() throws IOException, InterruptedException {
    var environment = new HashMap<>(listening(gateway));
    environment.put("SAFELIGHT_GATEWAY_INGEST_URL", ingest().toString());
    environment.put("SAFELIGHT_GATEWAY_METADATA_URL", ingest().toString());
    start(192, environment, "-jar", jvm.jar("gateway").toString());
    awaitReady(gateway);
  }

  private void start(int heap, Map<String, String> environment, String... what) throws IOException {
    var arguments = new ArrayList<>(PATIENT);
    arguments.addAll(List.of(what));
    parts.add(jvm.start(heap, environment, arguments.toArray(String[]::new)));
  }

  private static Map<String, String> listening(int port) {
    return Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(port));
  }

  private void awaitReady(int port) throws InterruptedException {
    var readiness =
        HttpRequest.newBuilder(local(port).resolve("/actuator/health/readiness")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (!answers(client, readiness)) {
        if (!parts.getLast().isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("A part did not start; the log says why: " + jvm.log());
        }
        Thread.sleep(200);
      }
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    parts.reversed().forEach(Process::destroy);
    parts.forEach(part -> part.onExit().join());
  }
}
