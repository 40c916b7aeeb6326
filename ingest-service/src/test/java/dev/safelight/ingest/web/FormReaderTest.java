package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.safelight.ingest.upload.FullDisk;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.webapi.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is in memory while a form is read. */
class FormReaderTest {

  private static final int CHUNK = 8 * 1024;
  private static final int CHUNKS = 8192;
  private static final String HEAD =
      "--x\r\nContent-Disposition: form-data; name=file; filename=big.jpg\r\n\r\n";

  private static final RequestProperties LIMITS =
      new RequestProperties(
          DataSize.ofMegabytes(100),
          1,
          DataSize.ofKilobytes(16),
          DataSize.ofKilobytes(8),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1));

  private final NettyDataBufferFactory buffers =
      new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);
  private final ConcurrentLinkedQueue<ByteBuf> given = new ConcurrentLinkedQueue<>();
  private int asked;
  private long mostWaiting;
  private char filler;
  @TempDir Path folder;
  private SpoolFolder spool;
  private FormReader reader;

  @BeforeEach
  void open() {
    spool = SpoolFolder.in(folder);
    reader = new FormReader(new Spool(spool, DataSize.ofMegabytes(100).toBytes()), LIMITS);
  }

  @Test
  void holdsAFewPiecesOfALargeFileAndReleasesThemAll() {
    var body = Flux.concat(text(HEAD), Flux.range(0, CHUNKS).map(this::chunk), text("\r\n--x--"));

    assertThat(sizeOfFile(request(body))).isEqualTo((long) CHUNK * CHUNKS);
    assertHeldLittle();
  }

  @Test
  void holdsAFewPiecesOfALargeFileInBase64() {
    filler = 'A';
    var body =
        Flux.concat(
            text("{\"image\": {\"content\": \""),
            Flux.range(0, CHUNKS).map(this::chunk),
            text("\"}}"));

    assertThat(sizeOfFile(request("application/json", body)))
        .isEqualTo((long) CHUNK * CHUNKS / 4 * 3);
    assertHeldLittle();
  }

  @Test
  void holdsAFewPiecesOfALargeFileThatIsTheBody() {
    var body = Flux.range(0, CHUNKS).map(this::chunk);

    assertThat(sizeOfFile(request("image/png", body))).isEqualTo((long) CHUNK * CHUNKS);
    assertHeldLittle();
  }

  private long sizeOfFile(MockServerHttpRequest request) {
    return reader
        .read(request, form -> Mono.just(((Received.Spooled) form.files().get(0)).file().size()))
        .block();
  }

  private void assertHeldLittle() {
    assertThat(mostWaiting).as("pieces asked for and not on the disk").isBetween(1L, 16L);
    assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
    assertThat(spool.own()).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"multipart/form-data; boundary=x", "application/json", "image/png"})
  void releasesEverythingWhenTheSenderGoesAway(String type) {
    filler = 'A';
    var head = type.endsWith("json") ? "{\"image\": {\"content\": \"" : HEAD;
    var body = Flux.concat(text(head), Flux.range(0, 100).map(this::chunk), Mono.never());

    var reading = reader.read(request(type, body), Mono::just).subscribe();
    Awaitility.await().until(() -> given.size() >= 100);
    reading.dispose();

    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
              assertThat(spool.own()).isEmptyDirectory();
            });
  }

  @Test
  void aFullDiskIsOurFaultAndNothingIsLeftOnIt() {
    assumeThat(FullDisk.DEVICE).exists();
    var full = new FormReader(new FullDisk(spool), LIMITS);
    var body = Flux.concat(text(HEAD), Flux.range(0, CHUNKS).map(this::chunk), text("\r\n--x--"));

    assertThatThrownBy(() -> full.read(request(body), Mono::just).block())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.getStatusCode().value()).isEqualTo(503);
              assertThat(problem.getHeaders().getFirst("Retry-After")).isNotNull();
            });
    assertThat(given).hasSizeLessThan(200);
    assertThat(spool.own()).isEmptyDirectory();
  }

  private static MockServerHttpRequest request(Flux<DataBuffer> body) {
    return request("multipart/form-data; boundary=x", body);
  }

  private static MockServerHttpRequest request(String type, Flux<DataBuffer> body) {
    return MockServerHttpRequest.post("/api/images").header("Content-Type", type).body(body);
  }

  private Mono<DataBuffer> text(String text) {
    return Mono.fromSupplier(() -> buffers.wrap(text.getBytes(UTF_8)));
  }

  private DataBuffer chunk(int number) {
    var buffer = buffers.allocateBuffer(CHUNK);
    var bytes = new byte[CHUNK];
    Arrays.fill(bytes, (byte) filler);
    buffer.write(bytes);
    given.add(NettyDataBufferFactory.toByteBuf(buffer));
    given.removeIf(old -> number > 100 && old.refCnt() == 0);
    asked++;
    mostWaiting = Math.max(mostWaiting, asked - onDisk());
    return buffer;
  }

  /** How many pieces; of base64 three quarters of each get there. */
  private long onDisk() {
    var kept = filler == 'A' ? CHUNK / 4 * 3 : CHUNK;
    return Stream.of(Objects.requireNonNull(spool.own().toFile().listFiles()))
        .mapToLong(file -> file.length() / kept)
        .sum();
  }
}
