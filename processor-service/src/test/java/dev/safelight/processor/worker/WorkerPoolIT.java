package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.RejectionReason;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.process.WorkersUnavailableException;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.worker.WorkerProperties.Isolation;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.VariantSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Real processes with the worst of engines. */
class WorkerPoolIT {

  private static final byte[] PICTURE = Files.write("png", Scene.COLORED.draw(30, 20));
  private static final List<VariantSpec> SPECS =
      List.of(VariantSpec.within(10, "tiny", FormatChoice.JPEG, 80));

  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
  private Callable<Boolean> onEnding = () -> true;
  private @Nullable WorkerPool pool;

  @AfterEach
  void stop() {
    pool().close();
    await().until(() -> pool().living() == 0);
    await().untilAsserted(() -> assertThat(ProcessHandle.current().children()).isEmpty());
  }

  @Test
  void developsAsItsEngineDoes() {
    assertThat(pool().identity()).isEqualTo("bad 1");
    assertThat(pool().formats()).contains(PictureFormat.JPEG);
    var image = develop(PICTURE);
    assertThat(image.width()).isEqualTo(30);
    assertThat(image.variants())
        .singleElement()
        .extracting(EncodedVariant::name, EncodedVariant::width)
        .containsExactly("tiny", 10);
    assertThat(image.preview().argb()).hasSize(30 * 20);
    assertThat(image.effort().decoding()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "fill-heap, MEMORY_EXCEEDED, MEMORY_EXCEEDED",
    "fill-memory, MEMORY_EXCEEDED, MEMORY_EXCEEDED",
    "flood, MEMORY_EXCEEDED, RESULT_TOO_LARGE",
    "large, MEMORY_EXCEEDED, RESULT_TOO_LARGE",
    "halt, DECODER_CRASHED, CRASHED",
    "segfault, DECODER_CRASHED, CRASHED",
    "garbage, DECODER_CRASHED, TALKED_NONSENSE",
    "enlarge, DECODER_CRASHED, TALKED_NONSENSE",
    "rename, DECODER_CRASHED, TALKED_NONSENSE",
    "text <script>alert(1)</script>, DECODER_CRASHED, TALKED_NONSENSE"
  })
  void whatAnImageDoesToItsWorkerIsItsOwnFault(String deed, RejectionReason reason, Ending ending) {
    assertThat(verdict(deed))
        .returns(reason, BadImageException::reason)
        .satisfies(verdict -> assertThat(verdict.detail()).startsWith("The image "));
    assertThat(endings).isNotEmpty().allMatch(ending::equals);
    assertThat(develop(PICTURE).variants()).hasSize(1);
  }

  @Test
  void endlessWorkEnds() {
    use(pool(1, 1000, Duration.ofSeconds(1), WatermarkImages.NONE));
    assertThat(verdict("hang"))
        .returns(RejectionReason.TIMED_OUT, BadImageException::reason)
        .returns("The image takes longer than 1 s to be developed", BadImageException::detail);
    assertThat(endings).containsExactly(Ending.TIMED_OUT);
  }

  @Test
  void whatMayNotBeTheImagesFaultGetsAnotherChance(@TempDir Path folder) {
    var trace = folder.resolve("trace");
    onEnding = () -> trace.toFile().createNewFile();
    assertThat(verdict("halt-unless " + trace).detail()).isEqualTo("Survived");
    assertThat(endings).containsExactly(Ending.CRASHED);
  }

  @Test
  void verdictsLeaveTheWorkerAlone() {
    var pid = verdict("pid").detail();
    assertThat(verdict("recurse")).returns(RejectionReason.UNREADABLE, BadImageException::reason);
    assertThat(verdict("reject The image is cut off").detail()).isEqualTo("The image is cut off");
    assertThat(verdict("pid").detail()).isEqualTo(pid);
    assertThat(endings).isEmpty();
  }

  @Test
  void brokenEngineIsNobodysFaultButOurs() {
    assertThatExceptionOfType(EngineFailedException.class)
        .isThrownBy(() -> develop("fail"))
        .withMessageContaining("The engine is broken");
  }

  @Test
  void whatDecodersPrintIsNoAnswer() {
    assertThat(develop("complain").variants()).hasSize(1);
  }

  @Test
  void workersKnowNoneOfOurSecrets() {
    assertThat(System.getenv()).containsKey("PATH");
    assertThat(verdict("environment").detail()).doesNotContain("PATH");
  }

  /** The same user may read there otherwise. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void workersCannotLookIntoTheService() {
    assertThat(verdict("spy").detail()).isEqualTo("Refused");
  }

  @Test
  void workersAreReplacedAfterManyImages() {
    use(pool(1, 2));
    var first = verdict("pid").detail();
    assertThat(verdict("pid").detail()).isEqualTo(first);
    await().until(() -> !verdict("pid").detail().equals(first));
    assertThat(endings).first().isEqualTo(Ending.RECYCLED);
    await().until(() -> ProcessHandle.of(Long.parseLong(first)).isEmpty());
  }

  @Test
  void workerThatEndedWhileNobodyLookedIsReplaced() {
    var pid = verdict("pid").detail();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    await().until(() -> pool().living() == 0);
    assertThat(verdict("pid").detail()).isNotEqualTo(pid);
  }

  @Test
  void asManyImagesAsWorkersAtATime() {
    use(pool(2, 1000, Duration.ofSeconds(4), WatermarkImages.NONE));
    var slow = CompletableFuture.supplyAsync(() -> verdict("hang"));
    assertThat(develop(PICTURE).variants()).hasSize(1);
    assertThat(slow).isNotDone();
    assertThat(slow.join().reason()).isEqualTo(RejectionReason.TIMED_OUT);
  }

  @Test
  void missingEngineIsSaid() {
    use(pool(Map.of("missing", new byte[1])));
    assertThatExceptionOfType(EngineUnavailableException.class)
        .isThrownBy(() -> pool().identity())
        .withMessage("The library is missing; install it");
  }

  @Test
  void workersThatDoNotStartAreWaitedFor() {
    use(pool(Map.of("stillborn", new byte[1])));
    assertThatThrownBy(() -> develop(PICTURE)).isInstanceOf(WorkersUnavailableException.class);
  }

  private void hear(Ending ending) {
    endings.add(ending);
    try {
      assertThat(onEnding.call()).isTrue();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private BadImageException verdict(String deed) {
    return catchThrowableOfType(BadImageException.class, () -> develop(deed));
  }

  /** The header is no matter here, as the engine does not look at it. */
  private DevelopedImage develop(String deed) {
    return pool().develop(new SourceImage(deed.getBytes(UTF_8), ImageHeaders.read(PICTURE)), SPECS);
  }

  private DevelopedImage develop(byte[] picture) {
    return pool().develop(new SourceImage(picture, ImageHeaders.read(picture)), SPECS);
  }

  private void use(WorkerPool other) {
    pool = other;
  }

  /** One worker, unless the test uses others. */
  private WorkerPool pool() {
    if (pool == null) {
      pool = pool(1, 1000);
    }
    return pool;
  }

  private WorkerPool pool(int workers, int recycleAfter) {
    return pool(workers, recycleAfter, Duration.ofSeconds(30), WatermarkImages.NONE);
  }

  private WorkerPool pool(Map<String, byte[]> marks) {
    return pool(1, 1000, Duration.ofSeconds(30), new WatermarkImages(marks));
  }

  private WorkerPool pool(
      int workers, int recycleAfter, Duration timeLimit, WatermarkImages marks) {
    var settings =
        new WorkerProperties(
            BadEngineProvider.NAME,
            Isolation.PROCESS,
            workers,
            timeLimit,
            DataSize.ofMegabytes(400),
            recycleAfter,
            DataSize.ofMegabytes(1),
            true);
    return new WorkerPool(Setup.message(settings, marks), settings, this::hear);
  }
}
