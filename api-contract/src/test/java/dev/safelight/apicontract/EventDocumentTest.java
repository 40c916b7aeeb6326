package dev.safelight.apicontract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.safelight.event.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/asyncapi.yaml} next to the contract that the code has. */
class EventDocumentTest {

  private static final Path FILE = Path.of("..", "docs", "asyncapi.yaml");
  private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FILE);

  @Test
  void isValid() throws IOException {
    try (var schema = EventDocumentTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
      var text = new String(schema.readAllBytes(), UTF_8);
      var registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft7());
      assertThat(
              registry
                  .getSchema(text, InputFormat.JSON)
                  .validate(DOCUMENT.toString(), InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void namesEveryTopicAndNoOther() {
    assertThat(channels().map(EventDocumentTest::address)).containsExactlyElementsOf(Topics.all());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    DOCUMENT.findValuesAsString("$ref").stream()
        .filter(reference -> reference.startsWith("#"))
        .forEach(
            reference ->
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void everyTopicIsToldByAnOperation() {
    var told = new HashSet<String>();
    DOCUMENT.path("operations").forEach(it -> told.add(it.at("/channel/$ref").asString("")));
    assertThat(told).hasSize(Topics.all().size());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicCarriesTheEventOfItsName(String topic) throws Exception {
    var schema = schema(topic);

    var type = Class.forName(schema.getFullName()).asSubclass(SpecificRecord.class);
    assertThat(Topics.of(type)).isEqualTo(topic);
    assertThat(message(topic).path("name").asString("")).isEqualTo("dev.safelight." + topic);
    assertThat(message(topic).path("contentType").asString("")).isEqualTo("application/avro");
    assertThat(message(topic).path("x-key").asString(""))
        .isEqualTo(schema.getFields().get(1).name());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicIsKeptAsTheCodeSays(String topic) {
    var settings = channel(topic).at("/bindings/kafka");

    assertThat(settings.path("topic").asString("")).isEqualTo(topic);
    assertThat(settings.at("/topicConfiguration/cleanup.policy/0").asString(""))
        .isEqualTo(Topics.isCompacted(topic) ? "compact" : "delete");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyConsumerHasItsDeadLetters(String topic) {
    var consumers = texts(channel(topic).path("x-consumers"));

    assertThat(texts(channel(topic).path("x-dead-letters")))
        .isEqualTo(consumers.stream().map(group -> topic + '.' + group + "-dlt").toList());
    assertThat(texts(channel(topic).path("x-producers"))).isNotEmpty();
  }

  /** What the schemas themselves say of their producers. */
  @ParameterizedTest
  @MethodSource("topics")
  void producersAreThoseThatTheSchemaNames(String topic) throws Exception {
    var said = schema(topic).getDoc();
    for (var producer : texts(channel(topic).path("x-producers"))) {
      assertThat(said).contains(producer.replaceFirst("s$", ""));
    }
  }

  static List<String> topics() {
    return Topics.all();
  }

  private static Stream<JsonNode> channels() {
    return DOCUMENT.path("channels").valueStream();
  }

  private static JsonNode channel(String topic) {
    return channels().filter(it -> address(it).equals(topic)).findFirst().orElseThrow();
  }

  private static String address(JsonNode channel) {
    return channel.path("address").asString("");
  }

  private static JsonNode message(String topic) {
    var reference = channel(topic).path("messages").valueStream().findFirst().orElseThrow();
    return DOCUMENT.at(reference.path("$ref").asString("").substring(1));
  }

  private static Schema schema(String topic) throws IOException {
    var file = message(topic).at("/payload/schema/$ref").asString("");
    return new Schema.Parser().parse(Files.readString(FILE.resolveSibling(file)));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
