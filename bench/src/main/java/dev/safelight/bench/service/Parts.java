package dev.safelight.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Some services with the stores they need, each as a process, as the stack starts them. */
public final class Parts implements AutoCloseable {

  /** Key of the store, for services and for benches. */
  public static final String KEY = "bench";

  /** Megabytes of heap that the stack gives to its stores. */
  public static final int STORES_HEAP = 1024;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Megabytes of heap that the stack gives to its gateway. */
  public static final int GATEWAY_HEAP = 384;

  private static final String FAIL_FAST = "-XX:+ExitOnOutOfMemoryError";

  /** As standalone starts services. */
  private static final List<String> PATIENT =
      List.of(
          FAIL_FAST,
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** As standalone starts the gateway. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", FAIL_FAST);

  private final Jvm jvm;
  private final Path home;
  private final List<Process> running = new ArrayList<>();
  private final int kafka = freePort();
  private final int mongodb = freePort();
  private final int s3 = freePort();

  /** Will start parts with the state folder {@code home}. */
  public Parts(Jvm jvm, Path home) throws IOException {
    this.jvm = jvm;
    this.home = home;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * A service that runs.
   *
   * @param name what its jar begins with
   * @param collectorLog what the collector of its garbage says
   */
  public record Service(String name, ProcessHandle process, URI address, Path collectorLog) {

    /** A metric without labels but those of all, as the service tells it to Prometheus. */
    public double metric(String name) {
      try (var client = HttpClient.newHttpClient()) {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/prometheus")).build();
        return client
            .send(request, BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith(name))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Where Kafka is. */
  public String kafka() {
    return "127.0.0.1:" + kafka;
  }

  /** Where MongoDB is, with the database of the catalog. */
  public String mongodb() {
    return "mongodb://127.0.0.1:" + mongodb + "/safelight";
  }

  /** Where the object store is. */
  public URI store() {
    return local(s3);
  }

  /** Starts the stores, which keep the keys that they find: those of a service and of the bench. */
  public void startStores(String service) throws IOException {
    var secrets = Files.createDirectories(home.resolve("secrets"));
    for (var user : List.of(service, "admin")) {
      Files.writeString(secrets.resolve("s3-" + user + "-access-key"), KEY);
      Files.writeString(secrets.resolve("s3-" + user + "-secret-key"), KEY);
    }
    var environment =
        Map.of(
            "STORES_HOME", home.toString(),
            "STORES_KAFKA_PORT", String.valueOf(kafka),
            "STORES_CONTROLLER_PORT", String.valueOf(freePort()),
            "STORES_MONGODB_PORT", String.valueOf(mongodb),
            "STORES_S3_PORT", String.valueOf(s3));
    start(
        STORES_HEAP,
        environment,
        PATIENT,
        "-Dlogback.configurationFile=stores-logback.xml",
        "-cp",
        jvm.jar("standalone").toString(),
        "dev.safelight.standalone.stores.Stores");
  }

  /** Starts a service with a heap of so many megabytes, and waits until it is ready. */
  public Service startService(String artifact, int heap, Map<String, String> settings)
      throws IOException, InterruptedException {
    return start(artifact, heap, PATIENT, settings);
  }

  /** Starts the gateway before a service, and waits until it is ready. */
  public Service startGateway(Service behind, int heap) throws IOException, InterruptedException {
    var address = behind.address().toString();
    var settings =
        Map.of("SAFELIGHT_GATEWAY_INGEST_URL", address, "SAFELIGHT_GATEWAY_METADATA_URL", address);
    return start("gateway", heap, QUICK, settings);
  }

  private Service start(
      String artifact, int heap, List<String> compiler, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = freePort();
    var log = home.resolve("gc-" + port + ".log");
    var environment = new HashMap<>(stores());
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.putAll(settings);
    var collector = "-Xlog:gc:file=" + log + ":uptimenanos";
    var jar = jvm.jar(artifact).toString();
    var process = start(heap, environment, compiler, collector, "-jar", jar);
    awaitReady(process, local(port));
    return new Service(artifact, process.toHandle(), local(port), log);
  }

  private Map<String, String> stores() {
    return Map.of(
        "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka(),
        "SPRING_MONGODB_URI", mongodb(),
        "SAFELIGHT_S3_ENDPOINT", store().toString(),
        "SAFELIGHT_S3_ACCESS_KEY", KEY,
        "SAFELIGHT_S3_SECRET_KEY", KEY);
  }

  private Process start(
      int heap, Map<String, String> environment, List<String> compiler, String... what)
      throws IOException {
    var arguments = new ArrayList<>(compiler);
    arguments.addAll(List.of(what));
    var process = jvm.start(heap, environment, arguments.toArray(String[]::new));
    running.add(process);
    return process;
  }

  private void awaitReady(Process process, URI address) throws InterruptedException {
    var readiness = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (!answers(client, readiness)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
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
    running.reversed().forEach(Process::destroy);
    running.forEach(part -> part.onExit().join());
  }
}
