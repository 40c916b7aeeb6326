package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ZipArchiveTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void whatGoesInComesOut() throws IOException {
    var picture = new byte[300_000];
    new Random(5).nextBytes(picture);
    var pieces =
        Flux.range(0, 30).map(piece -> ByteBuffer.wrap(picture, piece * 10_000, 10_000).slice());
    var archive =
        bytes(
            ZipArchive.of(
                Flux.just(
                    ZipFile.of("a.json", NOON, "{}".getBytes(UTF_8)),
                    new ZipFile("b/Füße.jpg", NOON, false, pieces),
                    new ZipFile("empty", NOON, true, Flux.empty()))));

    var files = unzipped(archive);
    assertThat(files).containsOnlyKeys("a.json", "b/Füße.jpg", "empty");
    assertThat(files.get("a.json")).asString(UTF_8).isEqualTo("{}");
    assertThat(files.get("b/Füße.jpg")).isEqualTo(picture);
    assertThat(files.get("empty")).isEmpty();
  }

  @Test
  void moreFilesThanTheOldFormatHoldsArePossible() throws IOException {
    var files =
        Flux.range(0, 70_000).map(i -> ZipFile.of("f" + i, NOON, new byte[] {(byte) (int) i}));
    var path = folder.resolve("many.zip");
    Files.write(path, bytes(ZipArchive.of(files)));
    try (var zip = new java.util.zip.ZipFile(path.toFile())) {
      assertThat(zip.size()).isEqualTo(70_000);
      assertThat(zip.getEntry("f69999")).isNotNull();
    }
  }

  @Test
  void readsNoFasterThanItIsRead() {
    var read = new AtomicLong();
    var cancelled = new AtomicBoolean();
    var endless =
        Flux.<ByteBuffer>generate(
                sink -> {
                  read.addAndGet(1000);
                  sink.next(ByteBuffer.allocate(1000));
                })
            .doOnCancel(() -> cancelled.set(true));
    var archive = ZipArchive.of(Flux.just(new ZipFile("endless", NOON, false, endless)));

    StepVerifier.create(archive, 0)
        .thenRequest(10)
        .expectNextCount(10)
        .then(() -> assertThat(read).hasValueLessThan(1_000_000))
        .thenCancel()
        .verify();
    assertThat(cancelled).isTrue();
  }

  @Test
  void oneThatFailsIsNoArchive() {
    var breaking =
        Flux.concat(
            Flux.just(ByteBuffer.allocate(1000)),
            Flux.<ByteBuffer>error(new IllegalStateException("away")));
    var written = new ByteArrayOutputStream();
    var archive =
        ZipArchive.of(
            Flux.just(
                ZipFile.of("whole", NOON, new byte[10]),
                new ZipFile("broken", NOON, false, breaking)));

    StepVerifier.create(archive.doOnNext(bytes -> written.writeBytes(copy(bytes))))
        .thenConsumeWhile(bytes -> true)
        .verifyErrorMessage("away");
    var path = folder.resolve("broken.zip");
    assertThatThrownBy(
            () -> {
              Files.write(path, written.toByteArray());
              new java.util.zip.ZipFile(path.toFile()).close();
            })
        .isInstanceOf(ZipException.class);
  }

  private static byte[] bytes(Flux<ByteBuffer> archive) {
    var all = new ByteArrayOutputStream();
    archive.doOnNext(bytes -> all.writeBytes(copy(bytes))).blockLast();
    return all.toByteArray();
  }

  private static byte[] copy(ByteBuffer bytes) {
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
