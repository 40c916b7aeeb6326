package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.recipe.VariantSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the same variants of anything, or fails as it is told to. */
class FakeEngine implements ImageEngine {

  int developed;
  boolean forgetful;
  @Nullable RuntimeException failure;
  @Nullable Error error;

  @Override
  public String identity() {
    return "fake 1";
  }

  @Override
  public Set<PictureFormat> formats() {
    return EnumSet.of(PictureFormat.JPEG);
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    developed++;
    if (failure != null) {
      throw failure;
    }
    if (error != null) {
      throw error;
    }
    var variants = specs.stream().skip(forgetful ? 1 : 0).map(FakeEngine::variant).toList();
    return new DevelopedImage(
        source.header().width(),
        source.header().height(),
        false,
        variants,
        new Preview(1, 1, new int[] {0xFF336699}),
        PhotoFacts.NONE,
        new Effort(Duration.ZERO, Duration.ZERO));
  }

  private static EncodedVariant variant(VariantSpec spec) {
    return new EncodedVariant(spec.name(), PictureFormat.JPEG, 3, 2, spec.name().getBytes(UTF_8));
  }
}
