package dev.safelight.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.recipe.ProcessingRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldRulesTest {

  @Test
  void nothingSaidIsFine() {
    assertThat(FieldRules.violations(ImageFields.NONE)).isEmpty();
  }

  @Test
  void theLongestAllowedIsFineAndCountedInCharacters() {
    var fields =
        new ImageFields(
            "i".repeat(255),
            true,
            Integer.MAX_VALUE,
            "😀".repeat(255),
            "c".repeat(500),
            words(10, 50),
            "{\"k\":\"" + "v".repeat(8192 - 8) + "\"}",
            Visibility.PUBLIC,
            words(50, 255),
            ProcessingRequest.NONE);

    assertThat(FieldRules.violations(fields)).isEmpty();
  }

  @Test
  void everythingTooLongIsToldAtOnce() {
    var fields =
        new ImageFields(
            "i".repeat(256),
            true,
            -1,
            "a".repeat(256),
            "c".repeat(501),
            words(11, 51),
            "{\"k\":\"" + "v".repeat(8192 - 7) + "\"}",
            Visibility.PUBLIC,
            words(51, 256),
            ProcessingRequest.NONE);

    assertThat(FieldRules.violations(fields))
        .extracting(FieldError::field)
        .containsExactly(
            "itemId",
            "altText",
            "caption",
            "order",
            "tags",
            "tags",
            "sharedWith",
            "sharedWith",
            "metadata");
  }

  @Test
  void metadataIsAnObject() {
    assertThat(FieldRules.violations(withMetadata("[1]")))
        .singleElement()
        .extracting(FieldError::message)
        .asString()
        .contains("object");
  }

  private static ImageFields withMetadata(String json) {
    return new ImageFields(
        null,
        false,
        0,
        null,
        null,
        List.of(),
        json,
        Visibility.PRIVATE,
        List.of(),
        ProcessingRequest.NONE);
  }

  private static List<String> words(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> Character.toString(0x4E00 + i).repeat(length))
        .toList();
  }
}
