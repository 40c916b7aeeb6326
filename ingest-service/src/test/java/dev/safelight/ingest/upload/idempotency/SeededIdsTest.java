package dev.safelight.ingest.upload.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededIdsTest {

  private static final UUID SEED = UUID.fromString("0199f0a1-b2c3-7ffe-8123-456789abcdef");

  @Test
  void theSameSeedMakesTheSameIds() {
    assertThat(Stream.generate(new SeededIds(SEED)).limit(100))
        .containsExactlyElementsOf(Stream.generate(new SeededIds(SEED)).limit(100).toList())
        .doesNotHaveDuplicates()
        .doesNotContain(SEED);
    assertThat(new SeededIds(UUID.fromString("0199f0a1-b2c3-7ffe-8123-456789abcdee")).get())
        .isNotEqualTo(new SeededIds(SEED).get());
  }

  @Test
  void theyAreOfVersion7AndOfItsTime() {
    assertThat(Stream.generate(new SeededIds(SEED)).limit(10))
        .allMatch(id -> id.version() == 7 && id.variant() == 2)
        .allMatch(id -> id.toString().startsWith("0199f0a1-b2c3-7"));
  }
}
