package dev.safelight.apicontract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/openapi.yaml}, as far as tests need it. */
public final class ApiDocument {

  private static final String ADDRESS = "https://safelight.dev/openapi";
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private final JsonNode document;
  private final SchemaRegistry schemas;

  private ApiDocument(JsonNode document) {
    this.document = document;
    var text = document.toString();
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            registry ->
                registry
                    .schemas(address -> address.equals(ADDRESS) ? text : null)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Reads the document of this project; the tests of a module run in its folder. */
  public static ApiDocument ofThisProject() {
    return read(Path.of("..", "docs", "openapi.yaml"));
  }

  static ApiDocument read(Path file) {
    return new ApiDocument(new YAMLMapper().readTree(file));
  }

  /**
   * The requests that a service answers, such as {@code GET /api/images/{}}.
   *
   * @param service as {@code x-service} of the operations names it
   */
  public Set<String> requestsOf(String service) {
    return operations()
        .filter(operation -> operation.node().path("x-service").asString("").equals(service))
        .map(operation -> request(operation.method(), operation.path()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The documented request that somebody made, the one with the fewest variables in its path. */
  public Optional<DocumentedRequest> find(String method, String path) {
    return operations()
        .filter(operation -> operation.matches(method, path))
        .min(DocumentedRequest.BY_VARIABLES);
  }

  static String request(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + ' ' + path.replaceAll("\\{[^}]*}", "{}");
  }

  /** All operations; those that are known by other paths, too, once for each. */
  Stream<DocumentedRequest> operations() {
    var operations = new ArrayList<DocumentedRequest>();
    document
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, node) -> {
                      if (METHODS.contains(method)) {
                        operations.add(new DocumentedRequest(this, method, path, node));
                      }
                    }));
    return operations.stream();
  }

  JsonNode components() {
    return document.path("components");
  }

  /** What a reference leads to, or the node itself if it is none. */
  JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /** What is wrong with a value, by the schema at a place of the document. */
  List<String> mistakes(JsonNode schema, String json) {
    return compiled(schema).validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    var text = schema.toString().replace("\"#/", '"' + ADDRESS + "#/");
    return schemas.getSchema(SchemaLocation.of(ADDRESS + "/inline"), text, InputFormat.JSON);
  }
}
