package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Hostile;
import dev.safelight.processor.scene.Secrets;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.VariantSets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was made to do harm has one outcome of those expected, soon, and in bounded memory. */
public abstract class HostileContract extends EngineContract {

  /** Ten times what the slowest takes, as machines are busy. */
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Beyond what the process had before, Java's heap included, in bytes. */
  private static final long BOUND = 1L << 30;

  /** Those of the settings' defaults. */
  private static final DecodeLimits LIMITS = new DecodeLimits(12_000, 100_000_000, 512 << 20);

  static Stream<Hostile> hostile() {
    return Hostile.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void endsInOneOfTheOutcomesExpected(Hostile hostile) {
    var file = hostile.file().get();
    ResidentMemory.resetPeak();
    long before = ResidentMemory.peakBytes();
    var outcome = Assertions.assertTimeoutPreemptively(SOON, () -> outcome(file));
    assertThat(outcome).isIn(hostile.outcomes());
    assertThat(ResidentMemory.peakBytes() - before).as("bytes more").isLessThan(BOUND);
  }

  private String outcome(byte[] file) {
    var darkroom =
        new Darkroom(engine(), VariantSets.standard(new Qualities(85, 80, 50)), MARKS, LIMITS);
    try {
      var source = darkroom.source(file);
      darkroom
          .develop(source, darkroom.recipe(ProcessingRequest.NONE))
          .variants()
          .forEach(HostileContract::assertClean);
      return Hostile.DEVELOPED;
    } catch (BadImageException verdict) {
      assertThat(verdict.detail()).startsWith("The ").doesNotContain("Exception", "java.", "com.");
      return verdict.reason().name();
    }
  }

  private static void assertClean(EncodedVariant variant) {
    var text = new String(variant.content(), ISO_8859_1);
    assertThat(text).doesNotContain(Secrets.MARK, "<script", "<!ENTITY");
    assertThat(Anatomy.of(variant.content(), variant.format()))
        .isSubsetOf(Anatomy.needed(variant.format()));
  }
}
