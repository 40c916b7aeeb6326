package dev.safelight.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "holiday.jpg, holiday.jpg",
    "../../etc/passwd, passwd",
    "C:\\fakepath\\cat.png, cat.png",
    "' spaces .jpg ', spaces .jpg",
    "日本の写真.jpg, 日本の写真.jpg",
    "<script>alert(1)<b>.png, <script>alert(1)<b>.png",
  })
  void keepsTheNameAndDropsThePath(String given, String shown) {
    assertThat(FileNames.clean(given)).isEqualTo(shown);
  }

  /** Seen as "photoexe.jpg" although it ends in ".exe". */
  @Test
  void dropsWhatTurnsTheDirectionOfWritingAround() {
    assertThat(FileNames.clean("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
    assertThat(FileNames.clean("a\u2066b\u2069\u200F.png")).isEqualTo("ab.png");
  }

  @Test
  void dropsControlCharactersAndLineBreaks() {
    assertThat(FileNames.clean("a\0b\r\nSet-Cookie: c\u0085\u2028.png"))
        .isEqualTo("abSet-Cookie: c.png");
  }

  @Test
  void composesWhatOtherSystemsDecompose() {
    assertThat(FileNames.clean("Zu\u0308rich.jpg")).isEqualTo("Zürich.jpg");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ".", "..", "/", "a/", "\u202E\n"})
  void nothingRemainsOfNothing(String given) {
    assertThat(FileNames.clean(given)).isNull();
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(FileNames.clean("x".repeat(254) + "😀😀")).isEqualTo("x".repeat(254));
  }

  @Property
  void whateverIsGivenIsFitForShow(@ForAll @StringLength(max = 600) String given) {
    var shown = FileNames.clean(given);
    if (shown != null) {
      assertThat(shown).hasSizeBetween(1, 255).doesNotContain("/", "\\").isEqualTo(shown.strip());
      assertThat(shown.codePoints()).noneMatch(Character::isISOControl);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
      assertThat(FileNames.clean(shown)).isEqualTo(shown);
    }
  }
}
