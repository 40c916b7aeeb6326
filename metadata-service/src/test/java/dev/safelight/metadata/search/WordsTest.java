package dev.safelight.metadata.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void foldsCaseAndAccentsAndSplitsNames() {
    assertThat(Words.of(Stream.of("Été_2026-Plage.JPG", "ÅNGSTRÖM, l’été", "夏 ﬁn")))
        .containsExactly("ete", "2026", "plage", "jpg", "angstrom", "l", "夏", "fin");
    assertThat(Words.tags(List.of(" São Paulo", "sao paulo", "Beach")))
        .containsExactly("sao paulo", "beach");
    assertThat(Words.sortKey("Éclair 1.png")).isEqualTo("eclair 1.png");
  }

  @Test
  void boundsLengthAndNumber() {
    assertThat(Words.of(Stream.of("x".repeat(100)))).containsExactly("x".repeat(Words.LONGEST));
    assertThat(Words.of(IntStream.range(0, 1000).mapToObj(Integer::toString)))
        .hasSize(Words.MOST)
        .startsWith("0", "1");
    assertThat(Words.of(Stream.of("𝒳".repeat(100) + "𐍈".repeat(100))).getFirst())
        .hasSize(Words.LONGEST);
  }

  /** So that they need no quoting in a pattern, and find themselves. */
  @Property
  void wordsAreOfLettersAndDigitsAndFindThemselves(@ForAll String text) {
    var words = Words.of(Stream.of(text));
    assertThat(words).allMatch(word -> word.matches("[\\p{L}\\p{N}]+"));
    assertThat(Words.of(words.stream())).isEqualTo(words);
  }
}
