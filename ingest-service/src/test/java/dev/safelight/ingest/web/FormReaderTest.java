package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpoolFolder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private final NettyDataBufferFactory buffers =
      new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);
  private final ConcurrentLinkedQueue<ByteBuf> given = new ConcurrentLinkedQueue<>();
  private int mostAlive;
  @TempDir Path folder;
  private SpoolFolder spool;
  private FormReader reader;

  @BeforeEach
  void open() {
    spool = SpoolFolder.in(folder);
    reader =
        new FormReader(
            new Spool(spool, DataSize.ofMegabytes(100).toBytes()),
            new RequestProperties(
                DataSize.ofMegabytes(100),
                1,
                DataSize.ofKilobytes(16),
                DataSize.ofKilobytes(8),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1)));
  }

  @Test
  void holdsAFewPiecesOfALargeFileAndReleasesThemAll() {
    var body = Flux.concat(text(HEAD), Flux.range(0, CHUNKS).map(this::chunk), text("\r\n--x--"));

    var size =
        reader
            .read(request(body), form -> Mono.just(((Received.Spooled) form.files().get(0)).file()))
            .block();

    assertThat(size.size()).isEqualTo((long) CHUNK * CHUNKS);
    assertThat(mostAlive * CHUNK).isBetween(CHUNK, 4 * 1024 * 1024);
    assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
    assertThat(spool.own()).isEmptyDirectory();
  }

  @Test
  void releasesEverythingWhenTheSenderGoesAway() {
    var body = Flux.concat(text(HEAD), Flux.range(0, 100).map(this::chunk), Mono.never());

    var reading = reader.read(request(body), Mono::just).subscribe();
    Awaitility.await().until(() -> given.size() >= 100);
    reading.dispose();

    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
              assertThat(spool.own()).isEmptyDirectory();
            });
  }

  private static MockServerHttpRequest request(Flux<DataBuffer> body) {
    return MockServerHttpRequest.post("/api/images")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .body(body);
  }

  private Mono<DataBuffer> text(String text) {
    return Mono.fromSupplier(() -> buffers.wrap(text.getBytes(UTF_8)));
  }

  private DataBuffer chunk(int number) {
    var buffer = buffers.allocateBuffer(CHUNK);
    buffer.write(new byte[CHUNK]);
    given.add(NettyDataBufferFactory.toByteBuf(buffer));
    given.removeIf(old -> number > 100 && old.refCnt() == 0);
    mostAlive = Math.max(mostAlive, (int) given.stream().filter(b -> b.refCnt() > 0).count());
    return buffer;
  }
}
