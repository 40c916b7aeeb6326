package dev.safelight.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.hostile.Polyglots;
import dev.safelight.e2e.hostile.RawHttp;
import dev.safelight.e2e.hostile.Requests;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong on purpose are refused soon, in words, and cost no memory. */
@OnStack
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileRequestIT {

  private static final int LAST = Integer.MAX_VALUE;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(70);
  private static final Base64.Encoder BASE64 = Base64.getEncoder();
  private static final byte[] PIECE = new byte[1 << 20];

  /** What a garbage collector lets lie around is less. */
  private static final long MOST_GROWTH_MIB = 150;

  private final SafelightStack stack;
  private final Client demo;
  private final RawHttp raw;
  private final Requests requests;
  private Map<String, Long> before;
  private CompletableFuture<RawHttp.Result> slowBody;
  private CompletableFuture<RawHttp.Result> slowHeaders;

  HostileRequestIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.raw = new RawHttp(stack, PATIENCE);
    this.requests = new Requests(stack.token("demo"), Files.write("png", Scene.draw(60, 40)));
  }

  /** While the others are tried, as these take a minute. */
  @BeforeAll
  void beginSlowly() {
    slowBody =
        slowly(
            out -> {
              out.write(requests.beginning("Content-Length: 100000\r\n"));
              out.write(requests.beginningOfFile());
            },
            "a");
    slowHeaders =
        slowly(
            out -> out.write("POST /api/images HTTP/1.1\r\nHost: a\r\n".getBytes(ISO_8859_1)),
            "X-a: b\r\n");
  }

  private CompletableFuture<RawHttp.Result> slowly(RawHttp.Sender beginning, String rest) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return raw.send(
                out -> {
                  beginning.send(out);
                  trickle(out, rest);
                });
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        runnable -> Thread.ofVirtual().start(runnable));
  }

  @BeforeEach
  void weigh() {
    before = memory();
  }

  @AfterEach
  void noMemoryWasTakenAndTheNextUploadWorks() {
    var after = memory();
    after.forEach(
        (part, mib) ->
            assertThat(mib - before.get(part)).as("growth of " + part).isLessThan(MOST_GROWTH_MIB));
    demo.upload(Form.of("picture.png", Files.write("png", Scene.draw(60, 40)))).expect(201);
    assertThat(stack.log("ingest")).doesNotContain("IllegalReferenceCount", "LEAK: ");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        expecting("contentLengthTooSmall", Requests::contentLengthTooSmall, 400, "malformed"),
        expecting("contentLengthHuge", Requests::contentLengthHuge, 413, "too-large"),
        expecting("contentLengthMissing", Requests::contentLengthMissing, 400, "malformed"),
        expecting("twoContentLengths", Requests::twoContentLengths, 400, ""),
        expecting("contentLengthAndChunks", Requests::contentLengthAndChunks, 400, ""),
        expecting("oddTransferEncoding", Requests::oddTransferEncoding, 400, ""),
        expecting("hugeChunk", Requests::hugeChunk, 400, ""),
        expecting("manyFields", Requests::manyFields, 400, "malformed"),
        expecting("manyFiles", Requests::manyFiles, 422, "too-many-files"),
        expecting("manyHeaders", Requests::manyHeaders, 431, ""),
        expecting("giantHeader", Requests::giantHeader, 431, ""),
        expecting("giantField", Requests::giantField, 413, "too-large"),
        expecting("endlessField", Requests::endlessField, 413, "too-large"),
        expecting("giantPartHeader", Requests::giantPartHeader, 413, "too-large"),
        expecting("gzipBomb", Requests::gzipBomb, 415, "unsupported-encoding"),
        expecting("gzippedFile", Requests::gzippedFile, 415, "unsupported-type"),
        expecting("duplicateField", Requests::duplicateField, 400, "invalid-fields"),
        expecting("wrongBoundary", Requests::wrongBoundary, 400, "malformed"),
        expecting("noBoundary", Requests::noBoundary, 400, "malformed"),
        expecting("longBoundary", Requests::longBoundary, 400, "malformed"),
        expecting("namelessPart", Requests::namelessPart, 400, "malformed"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String name, Function<Requests, byte[]> request, int status, String slug)
      throws IOException {
    var result = raw.send(request.apply(requests));

    assertThat(result.status()).as(result.toString()).isEqualTo(status);
    assertThat(result.slug()).isEqualTo(slug);
    assertThat(result.took()).isLessThan(SOON);
  }

  /** The keys of other objects, the services' own pages: nothing is behind such a path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/images/..%2f..%2factuator/env",
        "/api/images/../../actuator/prometheus",
        "/api/uploads/%2e%2e/%2e%2e/actuator/prometheus",
        "/api/uploads/..;/actuator/prometheus",
        "/api/images/%00",
      })
  void pathsLeadNowhere(String path) throws IOException {
    assertThat(raw.send(requests.pathOutOf(path)).status()).isIn(400, 403, 404);
  }

  /** No end in chunks: stopped where the limit of a request is. */
  @Test
  void bodyWithoutEndIsCutOff() throws IOException {
    var result =
        raw.send(
            out -> {
              out.write(requests.beginning("Transfer-Encoding: chunked\r\n"));
              chunk(out, requests.beginningOfFile());
              while (!Thread.currentThread().isInterrupted()) {
                chunk(out, PIECE);
              }
            });

    assertThat(result.status()).as(result.toString()).isEqualTo(413);
    assertThat(result.slug()).isEqualTo("too-large");
    assertThat(result.took()).isLessThan(Duration.ofSeconds(40));
  }

  /** Slowloris with the body: a byte now and then is not silence, but has its time, too. */
  @Test
  @Order(LAST)
  void slowBodyHasItsTimeAndNoMore() {
    var result = slowBody.join();

    assertThat(result.status()).as(result.toString()).isEqualTo(408);
    assertThat(result.slug()).isEqualTo("request-timeout");
  }

  /** Slowloris with headers: the gateway hangs up. */
  @Test
  @Order(LAST)
  void slowHeadersAreHungUpOn() {
    var result = slowHeaders.join();

    assertThat(result.status()).isIn(0, 408);
    assertThat(result.took()).isLessThan(PATIENCE);
  }

  /** What is in the base64 is base64 again: decoded once, it is a text. */
  @Test
  void nestedBase64IsNoImage() {
    var picture = Files.write("png", Scene.draw(60, 40));
    var nested = BASE64.encodeToString(BASE64.encode(picture));

    demo.post("/api/images", "{\"image\": {\"content\": \"%s\"}}".formatted(nested)).expect(415);
  }

  @Test
  void drawingsThatAreProgramsAreNoImages() {
    demo.upload(Form.of("a.svg", Polyglots.svg())).expect(415);
    demo.upload(Form.of("|ls.jpg", Polyglots.mvg())).expect(415);
  }

  /** By design: a picture is a picture, and nothing but its pixels is passed on. */
  @ParameterizedTest
  @CsvSource({"gifar, gif", "zipBehind, jpeg", "pdfBehind, jpeg", "htmlBehind, png"})
  void polyglotsLoseTheirForeignPart(String kind, String format) {
    var picture = Files.write(format, Scene.draw(200, 100));
    var polyglot =
        switch (kind) {
          case "gifar" -> Polyglots.gifar(picture);
          case "zipBehind" -> Polyglots.zipBehind(picture);
          case "pdfBehind" -> Polyglots.pdfBehind(picture);
          default -> Polyglots.htmlBehind(picture);
        };

    var image = demo.ready(polyglot);

    for (var variant : image.path("variants").propertyNames()) {
      var content =
          demo.get("/api/images/" + image.path("id").asString() + "/content/" + variant)
              .expect(200);
      assertThat(new String(content.bytes(), ISO_8859_1)).doesNotContain(Polyglots.MARK);
    }
  }

  /** Names are for show: no path, no control character, and never a key. */
  @ParameterizedTest
  @CsvSource({
    "../../../../etc/passwd, passwd",
    "|ls.jpg, |ls.jpg",
    "C:\\\\windows\\\\a.png, a.png"
  })
  void namesAreForShow(String name, String shown) {
    var image = demo.upload(Form.of(name, Files.write("png", Scene.draw(60, 40)))).expect(201);

    assertThat(image.text("originalName")).isEqualTo(shown);
  }

  private static Arguments expecting(
      String name, Function<Requests, byte[]> request, int status, String slug) {
    return Arguments.of(name, request, status, slug);
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    out.write(bytes);
    out.write("\r\n".getBytes(ISO_8859_1));
  }

  private static void trickle(OutputStream out, String text) throws IOException {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Long> memory() {
    var memory = new HashMap<String, Long>();
    for (var part : new String[] {"gateway", "ingest"}) {
      memory.put(part, stack.parts().residentMiB(part));
    }
    return memory;
  }
}
