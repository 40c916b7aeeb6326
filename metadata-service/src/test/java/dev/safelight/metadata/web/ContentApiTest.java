package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.metadata.catalog.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ContentApiTest extends RunningService {

  private static final String CONTENT = "/api/images/{id}/content";
  private static final String NAMED = CONTENT + "/{variant}";
  private static final String LAST_MODIFIED = "Sat, 21 Nov 2026 10:15:32 GMT";

  @Test
  void pictureComesWithEverythingACacheAndABrowserNeed() {
    var id = ready(false);
    get(OWNER, NAMED, id, "thumbnail")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Type", "image/png")
        .expectHeader()
        .valueEquals("Content-Length", "70")
        .expectHeader()
        .valueEquals("ETag", etag("thumbnail"))
        .expectHeader()
        .valueEquals("Last-Modified", LAST_MODIFIED)
        .expectHeader()
        .valueEquals("Accept-Ranges", "bytes")
        .expectHeader()
        .valueEquals("Vary", "Authorization")
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache, private")
        .expectHeader()
        .valueEquals("Content-Disposition", "inline; filename=\"holiday.png\"")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
        .expectHeader()
        .valueEquals("Cross-Origin-Resource-Policy", "same-site")
        .expectBody(byte[].class)
        .isEqualTo(bytes("thumbnail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/avif,image/webp,*/*;q=0.8 | webp",
        "image/webp | webp",
        "*/* | large",
        "image/* | large",
        "image/webp;q=0, image/* | large",
        "image/webp;q=0.5, image/png | large",
        "image/webp;q=0.5, image/*;q=0.4 | webp",
        "image/jpeg | large",
        "not a type | large",
        "image/png | large"
      })
  void unnamedPictureIsTheOneTheClientReads(String accept, String variant) {
    get(OWNER, CONTENT, ready(false))
        .header(HttpHeaders.ACCEPT, accept)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Vary", "Accept, Authorization")
        .expectHeader()
        .valueEquals("ETag", etag(variant))
        .expectBody(byte[].class)
        .isEqualTo(bytes(variant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | ?v=r3c1pe | max-age=31536000, public, immutable",
        "false | ?v=r3c1pe | max-age=31536000, private, immutable",
        "true  | ?v=older  | no-cache, public",
        "true  | ''        | no-cache, public",
        "false | ''        | no-cache, private"
      })
  void whatCanNotChangeIsCachedForEver(boolean everyone, String query, String caching) {
    get(OWNER, NAMED + query, ready(everyone), "tiny")
        .exchange()
        .expectHeader()
        .valueEquals("Cache-Control", caching);
  }

  @Test
  void theUrlsWeHandOutWork() {
    var id = ready(true);
    var url =
        get(OWNER, "/api/images/{id}", id)
            .exchange()
            .expectBody(ImageJson.class)
            .returnResult()
            .getResponseBody()
            .url();
    get("", url)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
        .expectHeader()
        .valueEquals("Cross-Origin-Resource-Policy", "cross-origin")
        .expectBody(byte[].class)
        .isEqualTo(bytes("large"));
  }

  @Test
  void headTellsTheSameAndReadsNothing() {
    var id = ready(false);
    var before = s3.asked().size();
    request(HttpMethod.HEAD, OWNER, NAMED, id, "large")
        .header(HttpHeaders.RANGE, "bytes=0-1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Length", "90")
        .expectHeader()
        .valueEquals("Content-Type", "image/png")
        .expectHeader()
        .valueEquals("ETag", etag("large"))
        .expectBody()
        .isEmpty();
    assertThat(s3.asked()).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match | ETAG | 304",
        "If-None-Match | W/ETAG | 304",
        "If-None-Match | * | 304",
        "If-None-Match | 'ETAG, \"another\"' | 304",
        "If-None-Match | \"another\" | 416",
        "If-Modified-Since | Sat, 21 Nov 2026 10:15:32 GMT | 304",
        "If-Modified-Since | Sat, 21 Nov 2026 10:15:31 GMT | 416",
        "If-Modified-Since | some day | 416",
        "If-Match | \"another\" | 412",
        "If-Match | W/ETAG | 412",
        "If-Match | * | 416",
        "If-Match | ETAG | 416",
        "If-Unmodified-Since | Sat, 21 Nov 2026 10:15:31 GMT | 412",
        "If-Unmodified-Since | Sat, 21 Nov 2026 10:15:32 GMT | 416"
      })
  void conditionsComeBeforeTheRangeWhichDoesNotExist(String header, String value, int status) {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(header, value.replace("ETAG", etag("tiny")))
        .header(HttpHeaders.RANGE, "bytes=900-")
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  @Test
  void clientThatHasThePictureIsToldHowLongItMayKeepIt() {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(HttpHeaders.IF_NONE_MATCH, etag("tiny"))
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectHeader()
        .valueEquals("ETag", etag("tiny"))
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache, private")
        .expectHeader()
        .valueEquals("Vary", "Authorization")
        .expectBody()
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "bytes=50-, 50, 59",
    "bytes=-10, 50, 59",
    "bytes=-1000, 0, 59",
    "bytes=0-1000, 0, 59",
    "bytes=59-59, 59, 59"
  })
  void partIsSentAlone(String range, int first, int last) {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(HttpHeaders.RANGE, range)
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.PARTIAL_CONTENT)
        .expectHeader()
        .valueEquals("Content-Range", "bytes " + first + '-' + last + "/60")
        .expectHeader()
        .valueEquals("Content-Length", Integer.toString(last - first + 1))
        .expectHeader()
        .valueEquals("ETag", etag("tiny"))
        .expectBody(byte[].class)
        .isEqualTo(Arrays.copyOfRange(bytes("tiny"), first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16",
        "items=0-1",
        "bytes=x-y",
        "bytes=9-3",
        "bytes=-"
      })
  void rangesWeDoNotServeGiveTheWhole(String range) {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(HttpHeaders.RANGE, range)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(byte[].class)
        .isEqualTo(bytes("tiny"));
  }

  @Test
  void severalPartsComeInOneBody() {
    var answer =
        get(OWNER, NAMED, ready(false), "tiny")
            .header(HttpHeaders.RANGE, "bytes=50-, 0-9,5-14")
            .exchange()
            .expectStatus()
            .isEqualTo(HttpStatus.PARTIAL_CONTENT)
            .expectHeader()
            .doesNotExist("Content-Range")
            .expectHeader()
            .valueEquals("X-Content-Type-Options", "nosniff")
            .expectBody(byte[].class)
            .returnResult();
    var type = answer.getResponseHeaders().getContentType();
    assertThat(type.toString()).startsWith("multipart/byteranges");
    assertThat(answer.getResponseHeaders().getContentLength())
        .isEqualTo(answer.getResponseBodyContent().length);
    var content = new String(bytes("tiny"), UTF_8);
    assertThat(new String(answer.getResponseBodyContent(), UTF_8))
        .isEqualTo(
            part(type, "0-14", content.substring(0, 15))
                + part(type, "50-59", content.substring(50))
                + "\r\n--"
                + type.getParameter("boundary")
                + "--\r\n");
  }

  private static String part(MediaType type, String range, String content) {
    return "\r\n--"
        + type.getParameter("boundary")
        + "\r\nContent-Type: image/png\r\nContent-Range: bytes "
        + range
        + "/60\r\n\r\n"
        + content;
  }

  @Test
  void formatIsChosenByName() {
    var id = ready(false);
    get(OWNER, CONTENT + "?format=webp", id)
        .exchange()
        .expectHeader()
        .valueEquals("ETag", etag("webp"))
        .expectHeader()
        .valueEquals("Vary", "Authorization");
    get(OWNER, CONTENT + "?format=png", id)
        .exchange()
        .expectHeader()
        .valueEquals("ETag", etag("large"));
    get(OWNER, CONTENT + "?format=avif", id).exchange().expectStatus().isNotFound();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/content?format=tiff",
        "/content?download=maybe",
        "/content?v=1&v=2",
        "/content?key=uploads",
        "/content/tiny?format=png"
      })
  void queriesWeDoNotKnowAreRefused(String path) {
    get(OWNER, "/api/images/" + ready(false) + path)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors.length()")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?download", "?download=true", "?v=r3c1pe&download=1"})
  void pictureIsSavedOnDemand(String query) {
    get(OWNER, NAMED + query, ready(false), "tiny")
        .exchange()
        .expectHeader()
        .valueEquals("Content-Disposition", "attachment; filename=\"holiday.png\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=60-", "bytes=60-70", "bytes=-0"})
  void rangeOutsideIsAProblemThatTellsTheSize(String range) {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(HttpHeaders.RANGE, range)
        .exchange()
        .expectStatus()
        .isEqualTo(416)
        .expectHeader()
        .valueEquals("Content-Range", "bytes */60")
        .expectHeader()
        .contentType(APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .doesNotExist("ETag");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ETAG | 206",
        "W/ETAG | 200",
        "\"another\" | 200",
        "Sat, 21 Nov 2026 10:15:32 GMT | 206",
        "Sat, 21 Nov 2026 10:15:33 GMT | 200",
        "nonsense | 200"
      })
  void partIsOnlyForThoseWhoHaveTheRestOfTheSame(String ifRange, int status) {
    get(OWNER, NAMED, ready(false), "tiny")
        .header(HttpHeaders.RANGE, "bytes=0-9")
        .header(HttpHeaders.IF_RANGE, ifRange.replace("ETAG", etag("tiny")))
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  @Test
  void unknownVariantIsNotFoundAndTheOthersAreNamed() {
    get(OWNER, NAMED, ready(false), "poster")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:variant-not-found")
        .jsonPath("$.variants.length()")
        .isEqualTo(6);
  }

  @Test
  void pictureThatIsNotReadyIsAskedForAgainLater() {
    var id = Samples.id();
    image(Samples.uploaded(id), Samples.cleared(id));
    get(OWNER, CONTENT, id)
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.TOO_EARLY)
        .expectHeader()
        .valueEquals("Retry-After", "1")
        .expectHeader()
        .contentType(APPLICATION_PROBLEM_JSON);
  }

  @Test
  void ownerOfARejectedImageLearnsWhyAndOthersNothing() {
    var id = Samples.id();
    image(Samples.uploaded(id, true), Samples.processed(id), Samples.rejected(id));
    get(OWNER, NAMED, id, "large")
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.CONFLICT)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:rejected")
        .jsonPath("$.reason")
        .isEqualTo("infected")
        .jsonPath("$.detail")
        .isEqualTo("The file contains malware: Eicar.");
    get(FRIEND, NAMED, id, "large").exchange().expectStatus().isNotFound();
    get("", NAMED, id, "large").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void storeThatIsAwayIsAProblemOfTheMoment() {
    var id = ready(false);
    s3.setAway(true);
    try {
      get(OWNER, NAMED, id, "large")
          .exchange()
          .expectStatus()
          .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
          .expectHeader()
          .exists("Retry-After")
          .expectHeader()
          .doesNotExist("ETag")
          .expectHeader()
          .contentType(APPLICATION_PROBLEM_JSON);
    } finally {
      s3.setAway(false);
    }
  }

  @Test
  void transferThatBreaksIsNotTakenForTheWhole() {
    var id = Samples.id();
    readyWithLarge(id, new byte[3_000_000]);
    s3.setBreaking(true);
    try {
      assertThatThrownBy(() -> large(id, "bytes=0-")).hasRootCauseInstanceOf(IOException.class);
    } finally {
      s3.setBreaking(false);
    }
  }

  @Test
  void largePictureArrivesByteForByte() {
    var id = Samples.id();
    var content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    readyWithLarge(id, content);

    assertThat(large(id, "bytes=0-")).isEqualTo(content);
    assertThat(large(id, "bytes=1000000-2999998"))
        .isEqualTo(Arrays.copyOfRange(content, 1_000_000, 2_999_999));
  }

  private void readyWithLarge(UUID id, byte[] content) {
    var sample = variant(id);
    var variant =
        new Variant(
            "large",
            sample.objectKey(),
            sample.mimeType(),
            sample.dimensions(),
            content.length,
            sample.sha256());
    s3.put("images", variant.objectKey(), content);
    var development =
        new Development(
            sample.dimensions(),
            "r",
            List.of(variant),
            Appearance.UNKNOWN,
            Shot.UNKNOWN,
            Samples.START);
    image(Samples.uploaded(id), new ImageEvent.Processed(UUID.randomUUID(), id, development));
  }

  private byte[] large(UUID id, String range) {
    try (var received = new ByteArrayOutputStream()) {
      get(OWNER, NAMED, id, "large")
          .header(HttpHeaders.RANGE, range)
          .exchange()
          .returnResult(byte[].class)
          .getResponseBody()
          .doOnNext(received::writeBytes)
          .blockLast();
      return received.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void storeThatLacksWhatTheRecordNamesIsOurFault() {
    var id = Samples.id();
    image(Samples.uploaded(id), Samples.processed(id));
    get(OWNER, NAMED, id, "large").exchange().expectStatus().isEqualTo(500);

    s3.put("images", variant(id).objectKey(), new byte[3]);
    get(OWNER, NAMED, id, "large").exchange().expectStatus().isEqualTo(500);
  }

  /** Whatever the state, the caller and the path: the bytes in quarantine are out of reach. */
  @Test
  void noRouteGivesAByteOfQuarantine() {
    var secret = "X5O!P%@AP-quarantined";
    for (var events : everyState()) {
      var id = image(events);
      s3.put("quarantine", "uploads/" + id, secret.getBytes(UTF_8));
      for (var token : List.of(OWNER, ADMIN, FRIEND, STRANGER, "")) {
        for (var path : paths(id)) {
          var body = exchange(token, path);
          assertThat(body == null ? "" : body).as("%s as %s", path, token).doesNotContain(secret);
        }
      }
    }
    assertThat(s3.asked()).allMatch(path -> path.startsWith("/images/"));
  }

  private String exchange(String token, String path) {
    ResponseSpec answer = get(token, path).exchange();
    return answer.expectBody(String.class).returnResult().getResponseBody();
  }

  private static List<ImageEvent[]> everyState() {
    var pending = Samples.id();
    var cleared = Samples.id();
    var rejected = Samples.id();
    var ready = Samples.id();
    return List.of(
        new ImageEvent[] {Samples.uploaded(pending, true)},
        new ImageEvent[] {Samples.uploaded(cleared, true), Samples.cleared(cleared)},
        new ImageEvent[] {Samples.uploaded(rejected, true), Samples.rejected(rejected)},
        new ImageEvent[] {Samples.uploaded(ready, true), Samples.processed(ready)});
  }

  private static List<String> paths(UUID id) {
    var content = "/api/images/" + id + "/content";
    return List.of(
        "/api/images/" + id,
        content,
        content + "/original",
        content + "/uploads",
        content + "/..%2F..%2Fquarantine%2Fuploads%2F" + id,
        content + "/../../quarantine/uploads/" + id,
        content + "/large?key=uploads/" + id + "&bucket=quarantine",
        "/quarantine/uploads/" + id,
        "/api/images/uploads%2F" + id + "/content");
  }

  private static Variant variant(UUID id) {
    return Samples.development(id).variant("large").orElseThrow();
  }

  private static String etag(String variant) {
    return '"' + Samples.development(Samples.id()).variant(variant).orElseThrow().sha256() + '"';
  }
}
