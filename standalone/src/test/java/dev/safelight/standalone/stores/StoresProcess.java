package dev.safelight.standalone.stores;

import dev.safelight.standalone.GatheredJars;
import dev.safelight.standalone.state.Secrets;
import dev.safelight.standalone.supervisor.Readiness;
import dev.safelight.testservers.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The stores, in a process of their own that can be killed and started again on the same state. */
final class StoresProcess implements AutoCloseable {

  private final Path home;
  private final int kafka = FreePort.find();
  private final int controller = FreePort.find();
  private final int s3 = FreePort.find();
  private final int mongodb = FreePort.find();
  private @Nullable Process process;

  StoresProcess(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("secrets"));
  }

  void start() throws IOException {
    var environment =
        Map.of(
            "STORES_HOME", home.toString(),
            "STORES_KAFKA_PORT", String.valueOf(kafka),
            "STORES_CONTROLLER_PORT", String.valueOf(controller),
            "STORES_S3_PORT", String.valueOf(s3),
            "STORES_MONGODB_PORT", String.valueOf(mongodb),
            "STORES_ORIGINS", "http://127.0.0.1:8080, https://shop.example");
    process = GatheredJars.start(Stores.class, environment, home.resolve("log"));
    var ready = new Readiness.Listening(List.of(kafka, s3, mongodb));
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(ready::met);
  }

  /** What {@code kill -9} does. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** What the supervisor does; answers whether it was enough. */
  boolean stop() throws InterruptedException {
    if (process == null) {
      return true;
    }
    process.destroy();
    return process.waitFor(Duration.ofSeconds(20));
  }

  String bootstrapServers() {
    return "127.0.0.1:" + kafka;
  }

  String mongodbUri() {
    return "mongodb://127.0.0.1:" + mongodb + "/safelight";
  }

  String s3Endpoint() {
    return "http://127.0.0.1:" + s3;
  }

  S3Client s3(Secrets.KeyPair key) {
    var credentials = AwsBasicCredentials.create(key.accessKey(), key.secretKey());
    return S3Client.builder()
        .endpointOverride(URI.create(s3Endpoint()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }

  Secrets secrets() {
    return new Secrets(home.resolve("secrets"));
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
