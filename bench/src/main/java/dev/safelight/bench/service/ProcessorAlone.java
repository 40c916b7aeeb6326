package dev.safelight.bench.service;

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
import java.util.List;
import java.util.Map;

/**
 * The processor with the stores it needs and nothing else of the stack, each as a process, as the
 * stack starts them.
 */
final class ProcessorAlone implements AutoCloseable {

  /** Key of the store, for the processor and for the bench. */
  static final String KEY = "bench";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<Process> parts = new ArrayList<>();
  private final int kafka = freePort();
  private final int s3 = freePort();
  private final int http = freePort();

  private ProcessorAlone() throws IOException {}

  /**
   * Starts it all, with a fresh state, and waits until it takes events.
   *
   * @param home state folder
   * @param workers images developed at a time
   */
  static ProcessorAlone start(Jvm jvm, Path home, int workers)
      throws IOException, InterruptedException {
    var running = new ProcessorAlone();
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    running.startStores(jvm, home);
    running.startProcessor(jvm, workers);
    return running;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + kafka;
  }

  URI store() {
    return URI.create("http://127.0.0.1:" + s3);
  }

  /** The stores keep the keys that they find. */
  private void startStores(Jvm jvm, Path home) throws IOException {
    var secrets = Files.createDirectories(home.resolve("secrets"));
    Files.writeString(secrets.resolve("s3-processor-access-key"), KEY);
    Files.writeString(secrets.resolve("s3-processor-secret-key"), KEY);
    var environment =
        Map.of(
            "STORES_HOME", home.toString(),
            "STORES_KAFKA_PORT", String.valueOf(kafka),
            "STORES_CONTROLLER_PORT", String.valueOf(freePort()),
            "STORES_S3_PORT", String.valueOf(s3));
    var standalone = jvm.jar("standalone").toString();
    parts.add(
        jvm.start(512, environment, "-cp", standalone, "dev.safelight.standalone.stores.Stores"));
  }

  private void startProcessor(Jvm jvm, int workers) throws IOException, InterruptedException {
    var environment =
        Map.of(
            "SERVER_ADDRESS",
            "127.0.0.1",
            "SERVER_PORT",
            String.valueOf(http),
            "SPRING_KAFKA_BOOTSTRAP_SERVERS",
            bootstrapServers(),
            "SAFELIGHT_OIDC_ISSUER",
            "http://127.0.0.1:1",
            "SAFELIGHT_S3_ENDPOINT",
            store().toString(),
            "SAFELIGHT_S3_ACCESS_KEY",
            KEY,
            "SAFELIGHT_S3_SECRET_KEY",
            KEY,
            "SAFELIGHT_PROCESSOR_WORKERS",
            String.valueOf(workers));
    var processor = jvm.start(2048, environment, "-jar", jvm.jar("processor-service").toString());
    parts.add(processor);
    awaitReady(processor);
  }

  private void awaitReady(Process processor) throws InterruptedException {
    var readiness =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + http + "/actuator/health/readiness"))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (!answers(client, readiness)) {
        if (!processor.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("The processor did not start; its log says why");
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
