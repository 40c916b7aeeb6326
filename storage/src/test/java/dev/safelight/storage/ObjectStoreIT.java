package dev.safelight.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Against a real S3 server on the local disk. */
class ObjectStoreIT {

  private static S3Proxy server;
  private static ConfigurableApplicationContext context;
  private static ObjectStore store;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    var settings = new Properties();
    settings.setProperty("jclouds.provider", "filesystem-nio2");
    settings.setProperty("jclouds.filesystem.basedir", folder.toString());
    settings.setProperty("jclouds.identity", "x");
    settings.setProperty("jclouds.credential", "x");
    var blobs = BlobStores.create("filesystem-nio2", settings);
    blobs.createContainer("quarantine");
    blobs.createContainer("images");
    server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
    context =
        new SpringApplicationBuilder(StorageAutoConfiguration.class)
            .web(WebApplicationType.NONE)
            .properties(settings())
            .run();
    store = context.getBean(ObjectStore.class);
  }

  @AfterAll
  static void stop() throws Exception {
    context.close();
    server.stop();
  }

  @Test
  void whatWasPutCanBeReadUntilItIsDeleted() throws IOException {
    store.put("images", "1/large.jpg", "pixels".getBytes(UTF_8), "image/jpeg");

    assertThat(store.exists("images", "1/large.jpg")).isTrue();
    assertThat(store.read("images", "1/large.jpg")).asString(UTF_8).isEqualTo("pixels");
    try (var content = store.open("images", "1/large.jpg")) {
      assertThat(content).hasContent("pixels");
    }
    store.delete("images", "1/large.jpg");
    store.delete("images", "1/large.jpg");
    assertThat(store.exists("images", "1/large.jpg")).isFalse();
  }

  /** As a store that was killed in the middle of a write leaves it. */
  @Test
  void whatHasNoEntityTagIsNotListed() throws IOException {
    var half = Files.createDirectories(folder.resolve("images/9")).resolve("large.jpg");
    Files.write(half, new byte[7]);

    assertThat(store.entityTags("images", "9/")).isEmpty();
  }

  @Test
  void objectsAreListedPageByPage() {
    for (var name : List.of("a", "b", "c", "d", "e")) {
      store.put("quarantine", "pages/" + name, new byte[] {1}, "image/png");
    }

    var pages = store.list("quarantine", "pages/", 2).collectList().block();

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(List::stream).map(ListedObject::key))
        .containsExactly("pages/a", "pages/b", "pages/c", "pages/d", "pages/e");
    assertThat(pages.getFirst().getFirst().lastModified())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(60));
    assertThat(store.list("quarantine", "none/", 2).blockLast()).isEmpty();
    assertThatThrownBy(() -> store.list("no-bucket", "", 2).blockLast())
        .isInstanceOf(ObjectMissingException.class);
  }

  @Test
  void entityTagsAreListedByPrefix() {
    store.put("images", "7/large.jpg", "pixels".getBytes(UTF_8), "image/jpeg");
    store.put("images", "70/large.jpg", "others".getBytes(UTF_8), "image/jpeg");
    assertThat(store.entityTags("images", "7/"))
        .containsExactly(entry("7/large.jpg", "d399848208da8b80a306af0fd62bb03f"));
    assertThat(store.entityTags("images", "8/")).isEmpty();
  }

  @Test
  void filesAndRangesGoTheReactiveWay(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("upload"), "0123456789");
    store.putFile("quarantine", "uploads/1", file, "image/png").block();

    var part = store.get("quarantine", "uploads/1", "bytes=2-4").blockOptional().orElseThrow();
    assertThat(part.contentLength()).isEqualTo(3);
    assertThat(text(part)).isEqualTo("234");
    assertThatThrownBy(() -> store.get("quarantine", "uploads/1", "bytes=10-").block())
        .isInstanceOf(RangeUnsatisfiableException.class);
    store.remove("quarantine", "uploads/1").block();
  }

  @Test
  void aMissingObjectIsNoOutage() {
    assertThatThrownBy(() -> store.open("images", "none").close())
        .isInstanceOf(ObjectMissingException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> store.get("images", "none", null).block())
        .isInstanceOf(ObjectMissingException.class);
  }

  @Test
  void aRefusedKeyIsAnOutage() {
    runner()
        .withPropertyValues("safelight.s3.secret-key=wrong")
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(ObjectStore.class).read("images", "1"))
                    .isInstanceOf(StorageUnavailableException.class));
  }

  @Test
  void healthFollowsTheServer() {
    assertThat(health(context)).isEqualTo(Status.UP);
    runner()
        .withPropertyValues("safelight.s3.endpoint=http://127.0.0.1:1")
        .run(context -> assertThat(health(context)).isEqualTo(Status.DOWN));
    runner()
        .withPropertyValues("safelight.s3.images-bucket=none")
        .run(context -> assertThat(health(context)).isEqualTo(Status.DOWN));
  }

  private static Status health(ApplicationContext context) {
    return context.getBean(StorageHealthIndicator.class).health().getStatus();
  }

  private static String text(StoredObject object) {
    return object
        .content()
        .map(chunk -> UTF_8.decode(ByteBuffer.wrap(bytes(chunk))).toString())
        .reduce("", String::concat)
        .blockOptional()
        .orElseThrow();
  }

  private static byte[] bytes(ByteBuffer chunk) {
    var bytes = new byte[chunk.remaining()];
    chunk.get(bytes);
    return bytes;
  }

  private static ApplicationContextRunner runner() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(StorageAutoConfiguration.class))
        .withPropertyValues(settings());
  }

  private static String[] settings() {
    return new String[] {
      "safelight.s3.endpoint=http://127.0.0.1:" + server.getPort(),
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret"
    };
  }
}
