package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.processor.process.InMemoryStore.AwayException;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcessServiceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00.123456Z"), ZoneOffset.UTC);
  private static final byte[] PICTURE = Files.write("png", Scene.COLORED.draw(30, 20));
  private static final VariantSets SETS = VariantSets.standard(new Qualities(85, 80, 50));
  private static final List<VariantSpec> SPECS = SETS.resolve(ProcessingRequest.NONE);

  private final InMemoryStore store = new InMemoryStore(AwayException::new);
  private final Announced outcomes = new Announced();
  private final FakeEngine engine = new FakeEngine();
  private final Measured measured = new Measured();
  private VariantSets sets = SETS;
  private DecodeLimits limits = new DecodeLimits(12_000, 100_000_000, 1 << 29);

  @Test
  void storesEveryVariantAndThenAnnouncesThem() {
    var image = uploaded(PICTURE);
    service().process(image);
    var result = outcomes.processed.getFirst();
    assertThat(result.processedAt()).isEqualTo("2026-03-01T12:00:00.123Z");
    assertThat(result.variants())
        .extracting(StoredVariant::name)
        .containsExactly("large", "medium", "thumbnail", "tiny", "webp", "original");
    for (var variant : result.variants()) {
      var content = store.variants().get(variant.objectKey());
      assertThat(variant.sizeBytes()).isEqualTo(content.length);
      assertThat(variant.sha256()).isEqualTo(OriginalReader.sha256(content));
    }
  }

  @Test
  void derivesKeysFromImageVariantAndRecipe() {
    var image = uploaded(PICTURE);
    service().process(image);
    var result = outcomes.processed.getFirst();
    assertThat(result.recipe()).matches("[0-9a-f]{15}");
    assertThat(result.variants().getFirst().objectKey())
        .matches(image.id() + "/large-[0-9a-f]{15}\\.jpg");
  }

  @Test
  void announcesTheSameAgainWithoutTheOriginal() {
    var image = uploaded(PICTURE);
    service().process(image);
    store.emptyQuarantine();
    service().process(image);
    assertThat(outcomes.processed).hasSize(2);
    assertThat(outcomes.processed.getLast()).isEqualTo(outcomes.processed.getFirst());
    assertThat(engine.developed).isOne();
  }

  @Test
  void makesAgainWhatTheStoreHasLost() {
    var image = uploaded(PICTURE);
    service().process(image);
    var lost = store.variants().keySet().iterator().next();
    store.lose(lost);
    service().process(image);
    assertThat(store.variants()).containsKey(lost);
    assertThat(store.puts()).isEqualTo(SPECS.size() + 1);
    assertThat(outcomes.processed).hasSize(2);
  }

  @Test
  void anImageThatWasOnlyScannedAgainStaysAsItIs() {
    var image = uploaded(PICTURE);
    service().process(rescanned(image));
    assertThat(outcomes.processed).as("not developed before").hasSize(1);
    var stored = store.variants().keySet();

    sets = VariantSets.standard(new Qualities(50, 80, 50));
    service().process(rescanned(image));
    assertThat(outcomes.processed).hasSize(1);
    assertThat(store.variants().keySet()).isEqualTo(stored);

    service().process(image);
    assertThat(outcomes.processed).hasSize(2);
    assertThat(outcomes.processed.getLast().recipe())
        .isNotEqualTo(outcomes.processed.getFirst().recipe());
  }

  /** Limits were lowered, and a set is no more. */
  @Test
  void settingsOfTodayTakeNoPicturesAway() {
    var image = uploaded(PICTURE);
    service().process(image);
    sets = VariantSets.standard(new Qualities(50, 80, 50));
    limits = new DecodeLimits(29, 100_000_000, 1 << 29);
    assertThatExceptionOfType(RedevelopmentException.class)
        .isThrownBy(() -> service().process(image))
        .withMessageContaining(image.id().toString())
        .withMessageContaining("29");
    assertThat(outcomes.rejected).isEmpty();
    assertThat(measured.reasons).isEmpty();
  }

  @Test
  void anotherRecipeOrOriginalGivesOtherKeys() {
    var recipe = new Recipe("engine 1", SPECS, Map.of());
    assertThat(recipe.hash("aa")).isNotEqualTo(recipe.hash("ab"));
    assertThat(recipe.hash("aa")).isNotEqualTo(new Recipe("engine 2", SPECS, Map.of()).hash("aa"));
    assertThat(recipe.hash("aa"))
        .isNotEqualTo(new Recipe("engine 1", specs(84), Map.of()).hash("aa"))
        .isEqualTo(new Recipe("engine 1", specs(85), Map.of()).hash("aa"));
  }

  @Test
  void anImageThatChangesUnderItsNameGivesOtherKeysWhereItIsUsed() {
    var mark = Watermark.of(new Mark.Image("logo"));
    var marked = new VariantSpec("marked", List.of(mark), FormatChoice.NATURAL, 85);
    var plain = VariantSpec.within(10, "plain", FormatChoice.NATURAL, 85);
    var specs = List.of(marked, plain);
    var before = new Recipe("engine 1", specs, Map.of("logo", "aa"));
    var after = new Recipe("engine 1", specs, Map.of("logo", "bb"));
    var id = UUID.randomUUID();

    assertThat(after.hash("x")).isNotEqualTo(before.hash("x"));
    assertThat(after.key(id, marked, PictureFormat.JPEG, "x"))
        .isNotEqualTo(before.key(id, marked, PictureFormat.JPEG, "x"));
    assertThat(after.key(id, plain, PictureFormat.JPEG, "x"))
        .isEqualTo(before.key(id, plain, PictureFormat.JPEG, "x"));
  }

  /**
   * The store fails at each of its calls in turn: looking, reading, listing, storing, remembering.
   */
  @Test
  void announcesNothingBeforeAllIsStored() {
    for (int call = 1; call <= 3 + SPECS.size() + 1; call++) {
      var image = uploaded(PICTURE);
      var failing = new FailingAt(store, call);
      assertThatExceptionOfType(AwayException.class)
          .isThrownBy(() -> service(failing, failing).process(image));
      assertThat(outcomes.processed).isEmpty();
    }
  }

  /** All but the manifest were stored before, or all but one. */
  @Test
  void storesNothingThatIsThereAlready() {
    var image = uploaded(PICTURE);
    var failing = new FailingAt(store, 3 + SPECS.size() + 1);
    assertThatExceptionOfType(AwayException.class)
        .isThrownBy(() -> service(failing, failing).process(image));
    assertThat(store.puts()).isEqualTo(SPECS.size());
    store.damage(store.variants().keySet().iterator().next());
    service().process(image);
    assertThat(store.puts()).isEqualTo(SPECS.size() + 1);
    assertThat(outcomes.processed.getFirst().variants())
        .allSatisfy(
            variant ->
                assertThat(variant.sha256())
                    .isEqualTo(OriginalReader.sha256(store.variants().get(variant.objectKey()))));
  }

  @Test
  void storesSeveralVariantsAtATime() {
    var image = uploaded(PICTURE);
    var meeting = new MeetingStore(store, 4);
    service(store, meeting).process(image);
    assertThat(outcomes.processed).hasSize(1);
    assertThat(meeting.most()).isEqualTo(4);
  }

  @Test
  void measuresEveryPhaseAndVerdict() {
    rejects(uploaded("<svg/>".getBytes(UTF_8)), "UNSUPPORTED");
    assertThat(measured.reasons).containsExactly(RejectionReason.UNSUPPORTED);
    measured.phases.clear();
    service().process(uploaded(PICTURE));
    assertThat(measured.phases).containsExactly(Measurements.Phase.values());
  }

  @Test
  void passesOverWhatWasDeletedMeanwhile() {
    service().process(image("gone", PICTURE.length, OriginalReader.sha256(PICTURE)));
    assertThat(outcomes.rejected).isEmpty();
    assertThat(outcomes.processed).isEmpty();
  }

  @Test
  void rejectsBytesThatWereNotScanned() {
    store.upload("key", PICTURE);
    var sha256 = OriginalReader.sha256(PICTURE);
    rejects(image("key", PICTURE.length, sha256.replace('a', 'b')), "CONTENT_MISMATCH");
    rejects(image("key", PICTURE.length - 1, sha256), "CONTENT_MISMATCH");
    rejects(image("key", PICTURE.length + 1, sha256), "CONTENT_MISMATCH");
    assertThat(engine.developed).isZero();
  }

  @Test
  void rejectsTooManyPixelsBeforeDecoding() {
    limits = new DecodeLimits(29, 100_000_000, 1 << 29);
    rejects(uploaded(PICTURE), "TOO_MANY_PIXELS");
    limits = new DecodeLimits(12_000, 599, 1 << 29);
    rejects(uploaded(PICTURE), "TOO_MANY_PIXELS");
    limits = new DecodeLimits(12_000, 600, 2_399);
    rejects(uploaded(PICTURE), "TOO_MANY_PIXELS");
    assertThat(engine.developed).isZero();
    limits = new DecodeLimits(30, 600, 2_400);
    service().process(uploaded(PICTURE));
    assertThat(outcomes.processed).hasSize(1);
  }

  @Test
  void rejectsWhatIsNoImage() {
    rejects(uploaded("<svg/>".getBytes(UTF_8)), "UNSUPPORTED");
    rejects(uploaded("GIF89a".getBytes(UTF_8)), "UNREADABLE");
    rejects(uploaded(new byte[0]), "UNSUPPORTED");
  }

  @Test
  void rejectsWhatTheEngineCannotRead() {
    engine.failure = BadImageException.unreadable("The image is cut off");
    rejects(uploaded(PICTURE), "UNREADABLE");
    assertThat(outcomes.rejected.getFirst().detail()).isEqualTo("The image is cut off");
  }

  @Test
  void rejectsWhatExhaustsTheStack() {
    engine.error = new StackOverflowError();
    rejects(uploaded(PICTURE), "UNREADABLE");
  }

  @Test
  void doesNotBlameTheImageForTooLittleMemory() {
    engine.error = new OutOfMemoryError();
    var image = uploaded(PICTURE);
    assertThatExceptionOfType(MemoryExhaustedException.class)
        .isThrownBy(() -> service().process(image))
        .withMessageContaining("30");
    assertThat(outcomes.rejected).isEmpty();
  }

  @Test
  void neverAnnouncesHalfAResult() {
    engine.forgetful = true;
    var image = uploaded(PICTURE);
    assertThatThrownBy(() -> service().process(image)).isInstanceOf(IllegalStateException.class);
    assertThat(outcomes.processed).isEmpty();
    assertThat(store.variants()).isEmpty();
  }

  @Test
  void doesNotHoldMoreInMemoryThanItMay() {
    var image = image("key", 1_000_001, "");
    assertThatExceptionOfType(OriginalTooLargeException.class)
        .isThrownBy(() -> service().process(image));
  }

  @Test
  void waitsForAnOriginalWhoseReadingBrokeOff() {
    Originals breaking = key -> new BreakingStream();
    assertThatExceptionOfType(OriginalUnreachableException.class)
        .isThrownBy(() -> service(breaking, store).process(image("key", 10, "")));
    assertThat(outcomes.rejected).isEmpty();
  }

  private void rejects(ClearedImage image, String reason) {
    outcomes.rejected.clear();
    service().process(image);
    assertThat(outcomes.processed).isEmpty();
    assertThat(outcomes.rejected)
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.reason()).hasToString(reason);
              assertThat(verdict.detail()).startsWith("The ").doesNotContain("dev.", "Exception");
            });
  }

  private ProcessService service() {
    return service(store, store);
  }

  private ProcessService service(Originals originals, VariantStore variants) {
    return new ProcessService(
        new OriginalReader(originals, 1_000_000),
        new Darkroom(engine, sets, WatermarkImages.NONE, limits),
        variants,
        outcomes,
        measured,
        CLOCK);
  }

  private ClearedImage uploaded(byte[] content) {
    var image = image("uploads/1", content.length, OriginalReader.sha256(content));
    store.upload(image.objectKey(), content);
    return image;
  }

  private static ClearedImage image(String key, long sizeBytes, String sha256) {
    return new ClearedImage(
        UUID.randomUUID(),
        CLOCK.instant(),
        UUID.randomUUID(),
        key,
        sizeBytes,
        sha256,
        ProcessingRequest.NONE,
        false);
  }

  private static ClearedImage rescanned(ClearedImage image) {
    return new ClearedImage(
        UUID.randomUUID(),
        image.at(),
        image.id(),
        image.objectKey(),
        image.sizeBytes(),
        image.sha256(),
        image.request(),
        true);
  }

  private static List<VariantSpec> specs(int jpegQuality) {
    return VariantSets.standard(new Qualities(jpegQuality, 80, 50)).resolve(ProcessingRequest.NONE);
  }

  /** Remembers what was announced. */
  private static final class Announced implements Outcomes {
    final List<ProcessedImage> processed = new ArrayList<>();
    final List<BadImageException> rejected = new ArrayList<>();

    @Override
    public void processed(ClearedImage image, ProcessedImage result) {
      processed.add(result);
    }

    @Override
    public void rejected(ClearedImage image, BadImageException verdict) {
      rejected.add(verdict);
    }
  }

  /** Remembers what was measured. */
  private static final class Measured implements Measurements {
    final List<Phase> phases = new ArrayList<>();
    final List<RejectionReason> reasons = new ArrayList<>();

    @Override
    public void took(Phase phase, Duration time) {
      phases.add(phase);
    }

    @Override
    public void rejected(RejectionReason reason) {
      reasons.add(reason);
    }
  }

  private static final class BreakingStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Connection reset");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return read();
    }
  }
}
