package dev.safelight.scanner.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.scan.UploadedImage.Occasion;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanServiceTest {

  private static final Engine ENGINE = new Engine("Trial 1", "7", null);
  private static final Verdict CLEAN = new Verdict.Clean(ENGINE);

  /** SHA-256 of "cat". */
  private static final String SHA256_OF_CAT =
      "77af778b51abd4a3c51c5ddd97204a9c3ae614ebccb75a606c3b6865aed6744e";

  private static final UploadedImage CAT =
      new UploadedImage(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "uploads/cat",
          3,
          SHA256_OF_CAT,
          "image/jpeg",
          "{}",
          Occasion.UPLOAD);

  private static final UploadedImage CAT_AGAIN =
      new UploadedImage(
          CAT.id(),
          UUID.randomUUID(),
          CAT.objectKey(),
          CAT.sizeBytes(),
          CAT.sha256(),
          CAT.mimeType(),
          CAT.request(),
          Occasion.RESCAN);

  private final List<Verdict> published = new ArrayList<>();

  @Test
  void whatIsCleanAndAsAnnouncedIsClean() {
    scan(stored("cat"), readingAll(CLEAN));
    assertThat(published).containsExactly(CLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dog", "ca", "cats", ""})
  void bytesOtherThanTheAnnouncedAreNeverClean(String stored) {
    scan(stored(stored), readingAll(CLEAN));
    assertThat(published).containsExactly(new Verdict.Altered());
  }

  @Test
  void bytesThatTheEngineDidNotReadAreNotClean() {
    scan(stored("cat"), content -> CLEAN);
    assertThat(published).containsExactly(new Verdict.Altered());
  }

  @Test
  void bytesReadOneByOneOrSkippedAreCounted() {
    scan(
        stored("cat"),
        content -> {
          try {
            assertThat(content.read()).isEqualTo('c');
            assertThat(content.skip(2)).isEqualTo(2);
            assertThat(content.read()).isEqualTo(-1);
            return CLEAN;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(published).containsExactly(CLEAN);
  }

  @Test
  void malwareIsMalwareWhateverWasAnnounced() {
    scan(stored("dog"), readingAll(new Verdict.Infected("Eicar")));
    assertThat(published).containsExactly(new Verdict.Infected("Eicar"));
  }

  @Test
  void largerThanTheLimitIsRejectedWithoutAskingTheEngine() {
    var large =
        new UploadedImage(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "uploads/large",
            4,
            "",
            "",
            "{}",
            Occasion.UPLOAD);
    service(
            stored("cats"),
            content -> {
              throw new AssertionError("The engine was asked");
            })
        .scan(large);
    assertThat(published).containsExactly(new Verdict.NotScannedWhole("more than 3 bytes"));
  }

  @Test
  void aSecondLookTellsWhatIsCleanAndWhatIsMalware() {
    service(stored("cat"), readingAll(CLEAN)).scan(CAT_AGAIN);
    service(stored("cat"), readingAll(new Verdict.Infected("New"))).scan(CAT_AGAIN);
    assertThat(published).containsExactly(CLEAN, new Verdict.Infected("New"));
  }

  @Test
  void aSecondLookWithdrawsNothingForAnotherReason() {
    var limited = readingAll(new Verdict.NotScannedWhole("2 levels"));
    assertThatThrownBy(() -> service(stored("cat"), limited).scan(CAT_AGAIN))
        .isInstanceOf(InconclusiveScanException.class)
        .hasMessageContaining(CAT.id().toString())
        .hasMessageContaining("2 levels");
    assertThatThrownBy(() -> service(stored("dog"), readingAll(CLEAN)).scan(CAT_AGAIN))
        .isInstanceOf(InconclusiveScanException.class)
        .hasMessageContaining("not what was uploaded");
    assertThat(published).isEmpty();
  }

  @Test
  void storeThatBreaksOffIsAnOutageAndNoVerdict() {
    QuarantineStore breaking =
        key -> new SequenceInputStream(new ByteArrayInputStream(new byte[] {'c'}), new Broken());
    assertThatThrownBy(() -> scan(breaking, readingAll(CLEAN)))
        .isInstanceOf(QuarantineUnavailableException.class)
        .hasMessageContaining("uploads/cat");
    assertThat(published).isEmpty();
  }

  @Test
  void originalIsClosedWhenTheEngineFails() {
    var closed = new ArrayList<String>();
    QuarantineStore store =
        key ->
            new ByteArrayInputStream(new byte[0]) {
              @Override
              public void close() {
                closed.add(key);
              }
            };
    assertThatThrownBy(
            () ->
                scan(
                    store,
                    content -> {
                      throw new ScannerUnavailableException("away");
                    }))
        .isInstanceOf(ScannerUnavailableException.class);
    assertThat(closed).containsExactly("uploads/cat");
  }

  private void scan(QuarantineStore store, VirusScanner scanner) {
    service(store, scanner).scan(CAT);
  }

  private ScanService service(QuarantineStore store, VirusScanner scanner) {
    return new ScanService(
        store, scanner, (image, verdict) -> published.add(verdict), new ScanLimit(3));
  }

  private static QuarantineStore stored(String content) {
    return key -> new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  private static VirusScanner readingAll(Verdict verdict) {
    return content -> {
      try {
        content.readAllBytes();
        return verdict;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static class Broken extends FilterInputStream {

    Broken() {
      super(InputStream.nullInputStream());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("Connection reset");
    }
  }
}
