package dev.safelight.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.Judge;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.RejectionReason;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzz itself notices what it is there to notice, and keeps the file. */
class FuzzTest {

  private static final int FILES = 60;

  @TempDir Path keep;

  @Test
  void noticesWhatIsNoVerdict() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                run(
                    () -> {
                      throw new IllegalStateException("defect");
                    },
                    Duration.ofMinutes(1)))
        .withMessageContaining("no verdict")
        .withRootCauseInstanceOf(IllegalStateException.class);
    assertThat(keep).isDirectoryContaining("glob:**/failed-*");
  }

  @Test
  void noticesWhatHangs() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> run(FuzzTest::hang, Duration.ofMillis(300)))
        .withMessageContaining("hangs");
    assertThat(keep).isDirectoryContaining("glob:**/hung-*");
  }

  @Test
  void keepsWhatCrashesAWorker() throws Exception {
    var tally =
        run(
            () -> {
              throw new BadImageException(RejectionReason.DECODER_CRASHED, "The image crashes");
            },
            Duration.ofMinutes(1));
    assertThat(tally.of("DECODER_CRASHED by the decoder")).isPositive();
    assertThat(tally.total()).isEqualTo(FILES);
    assertThat(keep).isDirectoryContaining("glob:**/DECODER_CRASHED-*");
  }

  private Tally run(Supplier<DevelopedImage> deed, Duration limit) throws InterruptedException {
    return new Fuzz(Corpus.drawn(), 1, keep).run(new Judge(new Bad(deed)), 0, FILES, 2, limit);
  }

  private static DevelopedImage hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("Nobody waits any more");
  }

  /** An engine that does the same to every image. */
  private record Bad(Supplier<DevelopedImage> deed) implements ImageEngine {
    @Override
    public String identity() {
      return "bad";
    }

    @Override
    public Set<PictureFormat> formats() {
      return Set.of(PictureFormat.values());
    }

    @Override
    public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
      return deed.get();
    }
  }
}
