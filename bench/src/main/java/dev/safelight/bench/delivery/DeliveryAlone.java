package dev.safelight.bench.delivery;

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
 * The catalog with the stores it needs, each as a process, as the stack starts them: one instance
 * that sends pictures itself, and one that sends readers to the store.
 */
final class DeliveryAlone implements AutoCloseable {

  /** Key of the store, for the catalog and for the bench. */
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
  private final List<Process> parts = new ArrayList<>();
  private final int kafka = freePort();
  private final int mongodb = freePort();
  private final int s3 = freePort();
  private final int streaming = freePort();
  private final int redirecting = freePort();

  private DeliveryAlone(Jvm jvm, Path home) throws IOException {
    this.jvm = jvm;
    this.home = home;
  }

  /** Starts it all, with a fresh state, and waits until it answers. */
  static DeliveryAlone start(Jvm jvm, Path home, int heap)
      throws IOException, InterruptedException {
    var running = new DeliveryAlone(jvm, home);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    running.startStores();
    running.startCatalog(running.streaming, "stream", heap);
    running.startCatalog(running.redirecting, "redirect", heap);
    return running;
  }

  String kafka() {
    return "127.0.0.1:" + kafka;
  }

  URI store() {
    return local(s3);
  }

  URI streaming() {
    return local(streaming);
  }

  URI redirecting() {
    return local(redirecting);
  }

  /** The instance that sends pictures itself. */
  ProcessHandle streamingProcess() {
    return parts.get(1).toHandle();
  }

  /** What the collector of that instance's garbage says. */
  Path collectorLog() {
    return home.resolve("gc-stream.log");
  }

  /** The stores keep the keys that they find. */
  private void startStores() throws IOException {
    var secrets = Files.createDirectories(home.resolve("secrets"));
    for (var service : List.of("metadata", "admin")) {
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

  /** Public pictures are read without a token, so nobody signs in. */
  private void startCatalog(int port, String mode, int heap)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(listening(port));
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka());
    environment.put("SPRING_MONGODB_URI", "mongodb://127.0.0.1:" + mongodb + "/safelight");
    environment.put("SAFELIGHT_OIDC_ISSUER", "http://127.0.0.1:1");
    environment.put("SAFELIGHT_S3_ENDPOINT", store().toString());
    environment.put("SAFELIGHT_S3_ACCESS_KEY", KEY);
    environment.put("SAFELIGHT_S3_SECRET_KEY", KEY);
    environment.put("SAFELIGHT_METADATA_DELIVERY_MODE", mode);
    start(
        heap,
        environment,
        "-Xlog:gc:file=" + home.resolve("gc-" + mode + ".log") + ":uptimenanos",
        "-jar",
        jvm.jar("metadata-service").toString());
    awaitReady(port);
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
