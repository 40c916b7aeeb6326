package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpoolFolder;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Bytes are the ones that their sender declared the digest of. */
@IngestWebTest
class DigestTest {

  private static final byte[] PNG = Pictures.png();
  private static final String MULTIPART = "multipart/form-data; boundary=x";

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeft() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/json", MULTIPART})
  void theRightOnesPass(String type) throws Exception {
    var body = body(type);
    for (var header : new String[] {"Content-Digest", "Repr-Digest"}) {
      post(type, body, header, "sha-256=" + digest("SHA-256", body)).expectStatus().isCreated();
      post(type, body, header, "unixsum=:AAAA:, sha-512=" + digest("SHA-512", body))
          .expectStatus()
          .isCreated();
    }
    post(type, body, "Content-MD5", digest("MD5", body).replace(":", ""))
        .expectStatus()
        .isCreated();
    post(type, body, "Content-Digest", "md5=:AAAA:, crc32c=?0").expectStatus().isCreated();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/json", MULTIPART})
  void othersDoNot(String type) throws Exception {
    var other = "sha-256=" + digest("SHA-256", PNG.clone(), (byte) 1);
    for (var header : new String[] {"Content-Digest", "Repr-Digest"}) {
      Problem.expected(post(type, body(type), header, other), 422, "digest-mismatch")
          .jsonPath("$.header")
          .isEqualTo(header)
          .jsonPath("$.errors[0].field")
          .isEqualTo(header);
    }
    Problem.expected(
        post(type, body(type), "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="), 422, "digest-mismatch");
    assertThat(pipeline.announced).isEmpty();
    assertThat(pipeline.stored).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Digest, sha-256=abc",
    "Content-Digest, sha-256=:AAAA:",
    "Content-Digest, sha-256=:%%%%:",
    "Content-Digest, 'sha-512=1, '",
    "Repr-Digest, SHA-256=:AAAA:",
    "Repr-Digest, sha-256",
    "Content-MD5, AAAA",
    "Content-MD5, ???",
  })
  void whatCannotBeReadIsMalformed(String header, String value) {
    Problem.expected(post("image/png", PNG, header, value), 400, "malformed");
    Problem.expected(post(MULTIPART, form(header + ": " + value)), 400, "malformed");
  }

  @Test
  void aFileOfAFormMayHaveItsOwn() throws Exception {
    post(MULTIPART, form("Content-Digest: sha-256=" + digest("SHA-256", PNG)))
        .expectStatus()
        .isCreated();
    pipeline.reset();

    Problem.expected(
            post(MULTIPART, form("Content-MD5: AAAAAAAAAAAAAAAAAAAAAA==")), 422, "digest-mismatch")
        .jsonPath("$.header")
        .isEqualTo("Content-MD5");
    assertThat(pipeline.stored).isEmpty();
  }

  @Test
  void whatFollowsAFormIsDigestedToo() throws Exception {
    var body = new ByteArrayOutputStream();
    body.writeBytes(form("X: y"));
    body.writeBytes(new byte[100_000]);

    post(
            MULTIPART,
            body.toByteArray(),
            "Content-Digest",
            "sha-256=" + digest("SHA-256", body.toByteArray()))
        .expectStatus()
        .isCreated();
  }

  private static byte[] body(String type) {
    return switch (type) {
      case "image/png" -> PNG;
      case "application/json" ->
          ("{\"image\": {\"content\": \"" + Base64.getEncoder().encodeToString(PNG) + "\"}}")
              .getBytes(UTF_8);
      default -> form("X: y");
    };
  }

  private static byte[] form(String partHeader) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        "--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n".getBytes(UTF_8));
    body.writeBytes((partHeader + "\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(PNG);
    body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
    return body.toByteArray();
  }

  private static String digest(String algorithm, byte[] bytes, byte... more) throws Exception {
    var digest = MessageDigest.getInstance(algorithm);
    digest.update(bytes);
    return ':' + Base64.getEncoder().encodeToString(digest.digest(more)) + ':';
  }

  private ResponseSpec post(String type, byte[] body, String... headersAndValues) {
    var request =
        http.post()
            .uri("/api/images")
            .header("Authorization", Forms.TOKEN)
            .header("Content-Type", type);
    for (int i = 0; i < headersAndValues.length; i += 2) {
      request.header(headersAndValues[i], headersAndValues[i + 1]);
    }
    return request.bodyValue(body).exchange();
  }
}
