package dev.safelight.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.awaitility.Awaitility;
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
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** A plain HTTP client without a key, against a real S3 server on the local disk. */
class PresignedUrlsIT {

  private static final String KEY = "incoming/1";
  private static final Duration AWHILE = Duration.ofMinutes(5);

  private static S3Proxy server;
  private static ConfigurableApplicationContext context;
  private static ObjectStore objects;
  private static PresignedUrls urls;

  private final HttpClient client = HttpClient.newHttpClient();

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
    objects = context.getBean(ObjectStore.class);
    urls = context.getBean(PresignedUrls.class);
  }

  @AfterAll
  static void stop() throws Exception {
    context.close();
    server.stop();
  }

  @Test
  void whatIsSignedIsTakenAndNothingElse() throws Exception {
    var link = sign(urls, AWHILE);
    assertThat(link.headers()).containsOnlyKeys("content-type");

    assertThat(put(link.url(), "image/png", "123456")).as("longer").isEqualTo(403);
    assertThat(put(link.url(), "image/png", "1234")).as("shorter").isEqualTo(403);
    assertThat(put(link.url(), "text/html", "12345")).as("other type").isEqualTo(403);
    assertThat(put(elsewhere(link), "image/png", "12345")).as("other key").isEqualTo(403);
    assertThat(objects.list("quarantine", "").collectList().block()).isEmpty();

    assertThat(put(link.url(), "image/png", "12345")).isEqualTo(200);
    assertThat(objects.read("quarantine", KEY)).asString(UTF_8).isEqualTo("12345");
    assertThat(objects.list("quarantine", "incoming/").map(ListedObject::key).collectList().block())
        .containsExactly(KEY);
    objects.delete("quarantine", KEY);
  }

  @Test
  void isRefusedOnceItHasExpired() throws Exception {
    var link = sign(urls, Duration.ofSeconds(1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(put(link.url(), "image/png", "12345")).isEqualTo(403));
    objects.delete("quarantine", KEY);
  }

  @Test
  void isMadeForWhereClientsReachTheStore() {
    runner()
        .withPropertyValues("safelight.s3.public-endpoint=https://uploads.example")
        .run(
            context ->
                assertThat(sign(context.getBean(PresignedUrls.class), AWHILE).url())
                    .hasScheme("https")
                    .hasHost("uploads.example")
                    .hasPath("/quarantine/incoming/1"));
  }

  @Test
  void whatIsSignedIsReadForATimeUnderTheNameThatIsSigned() throws Exception {
    objects.put("quarantine", KEY, "12345".getBytes(UTF_8), "image/png");
    var name = "inline; filename=\"holiday.webp\"; filename*=UTF-8''Sch%C3%B6n.webp";
    var url = urls.get("quarantine", KEY, "image/webp", name, AWHILE);

    var answer = get(url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("12345");
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
    assertThat(answer.headers().firstValue("Content-Disposition")).contains(name);
    var other = URI.create(url.toString().replace(KEY, "uploads/1"));
    assertThat(get(other).statusCode()).isEqualTo(403);
    var brief = urls.get("quarantine", KEY, "image/webp", name, Duration.ofSeconds(1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(get(brief).statusCode()).isEqualTo(403));
    objects.delete("quarantine", KEY);
  }

  private HttpResponse<String> get(URI url) throws Exception {
    return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  private static PresignedPut sign(PresignedUrls urls, Duration validity) {
    return urls.put("quarantine", KEY, "image/png", 5, validity);
  }

  private static URI elsewhere(PresignedPut link) {
    return URI.create(link.url().toString().replace(KEY, "uploads/1"));
  }

  private int put(URI url, String type, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(url).header("Content-Type", type).PUT(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
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
