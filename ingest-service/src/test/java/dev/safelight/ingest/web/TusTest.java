package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The protocol, word for word. */
@ResumableWebTest
class TusTest {

  private static final byte[] PNG = Pictures.png();

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired FakeUploads fake;
  @Autowired SpoolFolder spool;
  @LocalServerPort int port;

  @AfterEach
  void nothingIsLeftOnTheDisk() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void tellsWhatItCanDoToEverybody() {
    http.options()
        .uri("/api/uploads/tus")
        .exchange()
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("Tus-Resumable", "1.0.0")
        .expectHeader()
        .valueEquals("Tus-Version", "1.0.0")
        .expectHeader()
        .valueEquals(
            "Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination")
        .expectHeader()
        .valueEquals("Tus-Max-Size", WebSide.MAX_FILE_SIZE)
        .expectHeader()
        .valueEquals("Tus-Checksum-Algorithm", "sha256,sha1,md5");
  }

  @Test
  void whatComesInPartsBecomesOneImage() {
    var upload = create(PNG.length, "filename " + base64("a.png") + ",altText " + base64("Ä"));
    assertThat(upload).startsWith("/api/uploads/tus/");

    patch(upload, 0, part(0, 10))
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("Upload-Offset", 10);
    patch(upload, 10, part(10, 30))
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .doesNotExist("X-Image-ID");
    head(upload)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Upload-Offset", 30)
        .expectHeader()
        .valueEquals("Upload-Length", PNG.length)
        .expectHeader()
        .valueEquals("Upload-Expires", "Sat, 21 Nov 2026 11:00:00 GMT")
        .expectHeader()
        .valueEquals("Upload-Metadata", "altText w4Q=,filename YS5wbmc=")
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectHeader()
        .valueEquals("Tus-Resumable", "1.0.0");
    patch(upload, 30, part(30, PNG.length))
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("X-Image-ID", idOf(upload));

    var image = pipeline.announced.getFirst();
    assertThat(image.id()).hasToString(idOf(upload));
    assertThat(image.file().claim().name()).isEqualTo("a.png");
    assertThat(image.fields().altText()).isEqualTo("Ä");
    assertThat(pipeline.stored.get("uploads/" + idOf(upload))).isEqualTo(PNG);
    assertThat(fake.objects).isEmpty();
    head(upload)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Upload-Offset", PNG.length)
        .expectHeader()
        .valueEquals("X-Image-ID", idOf(upload));
    patch(upload, PNG.length, new byte[0]).expectStatus().isNoContent();
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void aSmallFileCanComeWithItsCreation() {
    var answer =
        tus(HttpMethod.POST, "/api/uploads/tus")
            .header("Upload-Length", String.valueOf(PNG.length))
            .header("Content-Type", "application/offset+octet-stream")
            .bodyValue(PNG)
            .exchange();

    answer
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Upload-Offset", PNG.length)
        .expectHeader()
        .exists("X-Image-ID")
        .expectHeader()
        .exists("Location");
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void theVersionIsChecked() {
    var answer =
        http.post()
            .uri("/api/uploads/tus")
            .header("Authorization", Forms.TOKEN)
            .header("Tus-Resumable", "0.2.2")
            .header("Upload-Length", "1")
            .exchange();

    problem(answer, 412, "tus-version");
    answer.expectHeader().valueEquals("Tus-Version", "1.0.0");
    answer.expectHeader().valueEquals("Tus-Resumable", "1.0.0");
  }

  @Test
  void allThatIsWrongIsToldBeforeAByteIsSent() {
    var answer =
        creating(10, "colour " + base64("red") + ",order " + base64("x") + ",altText ?,,order");
    problem(answer, 400, "invalid-fields");
    assertThat(fake.uploads).isEmpty();
    problem(creating(10, "visibility " + base64("friends")), 422, "invalid-fields");
    problem(creating(WebSide.MAX_FILE_SIZE + 1, ""), 413, "too-large");
    problem(creating(0, ""), 422, "empty-file");
    problem(tus(HttpMethod.POST, "/api/uploads/tus").exchange(), 400, "malformed");
  }

  @Test
  void moreThanAnnouncedIsNotTaken() {
    var upload = create(PNG.length, "");

    problem(patch(upload, 0, new byte[PNG.length + 1]), 413, "too-large");
    var chunked =
        tus(HttpMethod.PATCH, upload)
            .header("Upload-Offset", "0")
            .header("Content-Type", "application/offset+octet-stream")
            .body(Flux.just(PNG, new byte[1]), byte[].class)
            .exchange();
    problem(chunked, 413, "too-large");

    head(upload).expectHeader().valueEquals("Upload-Offset", 0);
  }

  @Test
  void partsHaveToFollowOneAnother() {
    var upload = create(PNG.length, "");
    patch(upload, 0, part(0, 10));

    var answer = patch(upload, 5, part(5, 10));

    problem(answer, 409, "offset-mismatch");
    answer.expectHeader().valueEquals("Upload-Offset", 10);
    var wrongType =
        tus(HttpMethod.PATCH, upload)
            .header("Upload-Offset", "10")
            .header("Content-Type", "image/png")
            .bodyValue(part(10, 20))
            .exchange();
    problem(wrongType, 415, "unsupported-type");
    head(upload).expectHeader().valueEquals("Upload-Offset", 10);
  }

  @ParameterizedTest
  @CsvSource({"sha1, SHA-1", "sha256, SHA-256", "md5, MD5"})
  void digestsOfPartsAreCompared(String name, String algorithm) throws Exception {
    var upload = create(PNG.length, "");
    var digest =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance(algorithm).digest(part(0, 10)));

    problem(patch(upload, 0, part(1, 11), name + ' ' + digest), 460, "checksum-mismatch");
    head(upload).expectHeader().valueEquals("Upload-Offset", 0);
    problem(patch(upload, 0, part(0, 10), "crc32 " + digest), 400, "malformed");
    patch(upload, 0, part(0, 10), name + ' ' + digest).expectStatus().isNoContent();
  }

  @Test
  void whatCameBeforeTheConnectionBrokeIsKept() throws IOException {
    var upload = create(PNG.length, "");

    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request =
          "PATCH %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nTus-Resumable: 1.0.0\r\n"
                  .formatted(upload, Forms.TOKEN)
              + "Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
              + "Content-Length: %d\r\n\r\n".formatted(PNG.length);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().write(part(0, 20));
      socket.getOutputStream().flush();
      Awaitility.await().until(() -> !isEmpty(spool));
    }

    Awaitility.await()
        .untilAsserted(() -> head(upload).expectHeader().valueEquals("Upload-Offset", 20));
    patch(upload, 20, part(20, PNG.length)).expectHeader().exists("X-Image-ID");
    assertThat(pipeline.stored.get("uploads/" + idOf(upload))).isEqualTo(PNG);
  }

  @Test
  void whoIsSilentForTooLongIsAskedToGoOnLater() {
    var upload = create(PNG.length, "");

    var answer =
        tus(HttpMethod.PATCH, upload)
            .header("Upload-Offset", "0")
            .header("Content-Type", "application/offset+octet-stream")
            .body(Flux.concat(Mono.just(part(0, 20)), Mono.never()), byte[].class)
            .exchange();

    problem(answer, 408, "request-timeout");
    head(upload).expectHeader().valueEquals("Upload-Offset", 20);
  }

  @Test
  void oneRequestAtATime() {
    var upload = create(PNG.length, "");
    fake.locks.put(UUID.fromString(idOf(upload)), "somebody else's");

    var answer = patch(upload, 0, part(0, 10));

    problem(answer, 423, "upload-locked");
    answer.expectHeader().valueEquals("Retry-After", "15");
    problem(tus(HttpMethod.DELETE, upload).exchange(), 423, "upload-locked");
    assertThat(fake.objects).isEmpty();
  }

  @Test
  void whatIsRefusedAtTheEndIsGone() {
    var broken = Pictures.cutOffPng();
    var upload = create(broken.length, "");

    problem(patch(upload, 0, broken), 422, "unreadable");

    head(upload).expectStatus().isNotFound();
    assertThat(fake.objects).isEmpty();
    assertThat(pipeline.announced).isEmpty();
  }

  @Test
  void whatCouldNotBeTakenIsTakenWhenAskedAgain() {
    var upload = create(PNG.length, "");
    pipeline.announcing = FakePipeline.away();

    problem(patch(upload, 0, PNG), 503, "unavailable");
    head(upload).expectStatus().isEqualTo(503);
    pipeline.announcing = Mono.empty();

    head(upload)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Upload-Offset", PNG.length)
        .expectHeader()
        .valueEquals("X-Image-ID", idOf(upload));
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void whatIsTerminatedIsGone() {
    var upload = create(PNG.length, "");
    patch(upload, 0, part(0, 10));

    tus(HttpMethod.DELETE, upload).exchange().expectStatus().isNoContent();

    problem(patch(upload, 10, part(10, 20)), 404, "not-found");
    head(upload).expectStatus().isNotFound();
    assertThat(fake.objects).isEmpty();
  }

  @Test
  void uploadsOfOthersExpiredOnesAndNonsenseAreTheSame() {
    var others = kept("user-2", Instant.parse("2026-11-21T11:00:00Z"));
    var expired = kept("user-1", Instant.parse("2026-11-21T10:00:00Z"));

    for (var id : List.of(others, expired, UUID.randomUUID().toString(), "nonsense")) {
      var path = "/api/uploads/tus/" + id;
      head(path).expectStatus().isNotFound();
      problem(patch(path, 0, new byte[1]), 404, "not-found");
      problem(tus(HttpMethod.DELETE, path).exchange(), 404, "not-found");
    }
    assertThat(fake.uploads).hasSize(2);
  }

  @Test
  void uploadsAndPartsAreLimited() {
    var upload = create(PNG.length, "");
    create(1, "");
    create(1, "");
    var answer = creating(1, "");
    problem(answer, 429, "too-many-uploads");
    answer.expectHeader().exists("Retry-After");
    assertThat(fake.uploads).hasSize(ResumableWebSide.MOST_OPEN);

    for (int i = 0; i < ResumableWebSide.MOST_PARTS; i++) {
      patch(upload, i, part(i, i + 1)).expectStatus().isNoContent();
    }
    problem(patch(upload, 4, part(4, 5)), 422, "too-many-parts");
  }

  @Test
  void nobodyUploadsWithoutTheScope() {
    http.post().uri("/api/uploads/tus").exchange().expectStatus().isUnauthorized();
    http.post()
        .uri("/api/uploads/tus")
        .header("Authorization", "Bearer images.read")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private String kept(String owner, Instant expiresAt) {
    var announced =
        new AnnouncedFile(new FileClaim(null, null), 10, null, Map.of(), OnDuplicate.KEEP);
    var id = UUID.randomUUID();
    fake.uploads.put(id, OpenUpload.begun(id, new Uploader(owner, false), announced, expiresAt));
    return id.toString();
  }

  private String create(int length, String metadata) {
    return String.valueOf(
        creating(length, metadata)
            .expectStatus()
            .isCreated()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getLocation());
  }

  private ResponseSpec creating(int length, String metadata) {
    return tus(HttpMethod.POST, "/api/uploads/tus")
        .header("Upload-Length", String.valueOf(length))
        .header("Upload-Metadata", metadata)
        .exchange();
  }

  private ResponseSpec head(String upload) {
    return tus(HttpMethod.HEAD, upload).exchange();
  }

  private ResponseSpec patch(String upload, long offset, byte[] bytes, String... checksum) {
    return tus(HttpMethod.PATCH, upload)
        .header("Upload-Offset", String.valueOf(offset))
        .header("Content-Type", "application/offset+octet-stream")
        .headers(headers -> headers.addAll("Upload-Checksum", List.of(checksum)))
        .bodyValue(bytes)
        .exchange();
  }

  private WebTestClient.RequestBodySpec tus(HttpMethod method, String path) {
    return http.method(method)
        .uri(path)
        .header("Authorization", Forms.TOKEN)
        .header("Tus-Resumable", "1.0.0");
  }

  private static void problem(ResponseSpec answer, int status, String slug) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:" + slug);
  }

  private static boolean isEmpty(SpoolFolder spool) throws IOException {
    try (var files = java.nio.file.Files.list(spool.own())) {
      return files.findAny().isEmpty();
    }
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(PNG, from, to);
  }

  private static String idOf(String upload) {
    return upload.substring(upload.lastIndexOf('/') + 1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
