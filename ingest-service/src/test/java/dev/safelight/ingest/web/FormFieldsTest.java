package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.VariantSets;
import dev.safelight.webapi.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent as a field is either read or told to be wrong. */
class FormFieldsTest {

  private static final VariantSets SETS = VariantSets.standard(new Qualities(80, 80, 60));
  private static final JsonMapper JSON = new JsonMapper();

  @Property(tries = 2000)
  void isReadOrToldToBeWrong(@ForAll("forms") Map<String, List<String>> form) {
    try {
      var fields = FormFields.read(form, SETS);

      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(texts(fields))).isTrue();
      assertThat(texts(fields)).doesNotContain("\0");
      JSON.readTree(fields.metadata());
    } catch (ProblemException problem) {
      assertThat(problem.getStatusCode().value()).isIn(400, 422);
      assertThat(JSON.writeValueAsBytes(problem.members())).isNotEmpty();
      assertThat((List<?>) problem.members().get("errors")).isNotEmpty();
    }
  }

  @Example
  void metadataThatIsDeepOrSaysAThingTwiceIsNotTaken() {
    assertThat(errorsOf("metadata", "{\"a\":".repeat(40) + "1" + "}".repeat(40))).hasSize(1);
    assertThat(errorsOf("metadata", "{\"a\": 1, \"a\": 2}")).hasSize(1);
    assertThat(errorsOf("metadata", "{\"a\": 1} 2")).hasSize(1);
    assertThat(errorsOf("metadata", "{\"a\": \"\0\"}")).hasSize(1);
    assertThat(errorsOf("metadata", "{\"a\": \"\\u0000\"}")).hasSize(1);
    assertThat(errorsOf("metadata", "{\"\\uD800\": 1}")).hasSize(1);
    assertThat(errorsOf("metadata", "{\"a\": [\"\\n\", \"\\uD83D\\uDE00\"]}")).isEmpty();
  }

  @Example
  void numbersAreOfTheDigitsThatAllKnow() {
    for (var order :
        List.of("2147483648", "-2147483649", "99999999999999999999", "1e3", "٣", "+1")) {
      assertThat(errorsOf("order", order)).hasSize(1);
    }
    assertThat(errorsOf("order", "2147483647")).isEmpty();
  }

  @Example
  void controlCharactersHaveNoPlaceInTexts() {
    for (var field : List.of("altText", "caption", "itemId", "tags", "sharedWith")) {
      assertThat(errorsOf(field, "a\0b")).hasSize(1);
      assertThat(errorsOf(field, "a\u001Bb")).hasSize(1);
      assertThat(errorsOf(field, "a\uD800b")).hasSize(1);
    }
    assertThat(errorsOf("caption", "a\r\n\tb")).isEmpty();
  }

  @Provide
  Arbitrary<Map<String, List<String>>> forms() {
    var names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "itemId",
                "productId",
                "isPrimary",
                "altText",
                "alt_text",
                "caption",
                "order",
                "tags",
                "tags[]",
                "metadata",
                "visibility",
                "isPublic",
                "sharedWith",
                "variants",
                "pipeline",
                "watermark",
                "variantSet"),
            strings());
    return Arbitraries.maps(names, values().list().ofMaxSize(3)).ofMaxSize(6);
  }

  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        strings(),
        Arbitraries.of(
            "true",
            "1",
            "-1",
            "public",
            "standard",
            "beach",
            "[\"a\"]",
            "{\"a\": 1}",
            "[{\"name\": \"card\", \"width\": 400}]",
            "[{\"type\": \"rotate\"}]"),
        Arbitraries.strings().withChars("[]{}\",:\\u0D8tfn1eE.- \n\0").ofMaxLength(40));
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.strings().all().ofMaxLength(60);
  }

  private static String texts(ImageFields fields) {
    return fields.itemId()
        + fields.altText()
        + fields.caption()
        + fields.tags()
        + fields.sharedWith()
        + fields.metadata();
  }

  private static List<?> errorsOf(String field, String value) {
    try {
      FormFields.read(Map.of(field, List.of(value)), SETS);
      return List.of();
    } catch (ProblemException problem) {
      return (List<?>) problem.members().get("errors");
    }
  }
}
