package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "holiday.png | holiday.jpg",
        "holiday | holiday.jpg",
        "my holiday (1).JPEG | my holiday (1).jpg",
        "../../etc/passwd | passwd.jpg",
        "C:\\temp\\x.gif | x.jpg",
        ".htaccess | htaccess.jpg",
        "..  | image.jpg"
      })
  void nameIsCleanAndHasTheExtensionOfWhatIsSent(String original, String expected) {
    assertThat(FileNames.disposition(original, "image/jpeg", false))
        .isEqualTo("inline; filename=\"" + expected + '"');
  }

  @Test
  void nameInAnyLanguageIsKept() {
    assertThat(FileNames.disposition("Schöne Grüße 🏖.heic", "image/webp", false))
        .isEqualTo(
            "inline; filename=\"Sch_ne Gr__e _.webp\";"
                + " filename*=UTF-8''Sch%C3%B6ne%20Gr%C3%BC%C3%9Fe%20%F0%9F%8F%96.webp");
  }

  @Test
  void pictureWithoutANameIsCalledImage() {
    assertThat(FileNames.disposition(null, "image/png", false))
        .isEqualTo("inline; filename=\"image.png\"");
  }

  @Test
  void pictureToBeSavedIsAnAttachment() {
    assertThat(FileNames.disposition("holiday.png", "image/webp", true))
        .isEqualTo("attachment; filename=\"holiday.webp\"");
  }

  @Property
  void noNameBreaksOutOfTheHeader(@ForAll String name) {
    var header = FileNames.disposition(name, "image/png", false);
    assertThat(header)
        .matches(
            "inline; filename=\"[A-Za-z0-9._ ()-]+\\.png\""
                + "(; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+\\.png)?");
  }
}
