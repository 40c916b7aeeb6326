package dev.safelight.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {

  private static final Path CURRENT = Path.of("src/main/avro");
  private static final Path RELEASED = Path.of("src/main/resources/dev/safelight/event/released");

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void currentAndReleasedSchemasReadEachOther(Path released) throws Exception {
    var current = parse(CURRENT.resolve(released.getFileName()));
    new SchemaValidatorBuilder()
        .mutualReadStrategy()
        .validateAll()
        .validate(current, List.of(parse(released)));
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everythingIsDocumentedAndEveryEnumSurvivesNewSymbols(Path current) throws Exception {
    assertDocumented(parse(current));
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyEventStartsWithItsIdentity(Path current) throws Exception {
    var names = parse(current).getFields().stream().map(Schema.Field::name).toList();
    assertThat(names.get(0)).isEqualTo("eventId");
    assertThat(names.get(1)).isIn("imageId", "itemId", "accountId");
    assertThat(names.get(2)).isEqualTo("occurredAt");
  }

  @Test
  void everyEventHasATopicAndAReleasedCopy() throws IOException {
    assertThat(currentSchemas()).hasSameSizeAs(Topics.all());
    assertThat(releasedSchemas().map(Path::getFileName).distinct())
        .hasSameElementsAs(currentSchemas().map(Path::getFileName).toList());
  }

  private static void assertDocumented(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
        assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc()).isNotBlank());
        schema.getFields().forEach(field -> assertDocumented(field.schema()));
      }
      case ENUM -> {
        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
        assertThat(schema.getEnumDefault()).as(schema.getName()).isEqualTo("UNKNOWN");
      }
      case ARRAY -> assertDocumented(schema.getElementType());
      case UNION -> schema.getTypes().forEach(SchemaCompatibilityTest::assertDocumented);
      default -> {}
    }
  }

  static Stream<Path> releasedSchemas() throws IOException {
    return schemasBelow(RELEASED);
  }

  static Stream<Path> currentSchemas() throws IOException {
    return schemasBelow(CURRENT);
  }

  private static Stream<Path> schemasBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
    }
  }

  private static Schema parse(Path file) throws IOException {
    return new Schema.Parser().parse(file.toFile());
  }
}
