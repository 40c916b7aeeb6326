package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.apicontract.HandledRequests;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every request that touches an image, by everybody, for images of every condition, over HTTP: the
 * answer is what the access table says. A new request without a row here fails.
 */
class AuthorisationMatrixTest extends RunningService {

  private static final String IMAGE = "/api/images/{}";

  /** What each request does with its image. */
  private static final List<Row> ROWS =
      List.of(
          row("GET", IMAGE, ImageAction.READ),
          row("GET", IMAGE + "/status", ImageAction.READ),
          row("GET", IMAGE + "/similar", ImageAction.READ).withToken(),
          row("GET", IMAGE + "/content", ImageAction.VIEW),
          row("GET", IMAGE + "/content/{}", ImageAction.VIEW).at(IMAGE + "/content/tiny"),
          row("PATCH", IMAGE, ImageAction.CHANGE).withToken().body("{\"caption\": \"other\"}"),
          row("PUT", IMAGE, ImageAction.CHANGE).withToken().body("{\"caption\": \"other\"}"),
          row("PUT", IMAGE + "/primary", ImageAction.CHANGE).withToken(),
          row("PATCH", IMAGE + "/primary", ImageAction.CHANGE).withToken(),
          row("DELETE", IMAGE, ImageAction.DELETE).withToken(),
          row("DELETE", IMAGE, ImageAction.PURGE).withToken().at(IMAGE + "?permanent=true"),
          row("POST", IMAGE + "/restore", ImageAction.RESTORE).withToken(),
          row("POST", IMAGE + "/signed-urls", ImageAction.SIGN)
              .withToken()
              .body("{\"variant\": \"tiny\", \"expiresIn\": 60, \"purpose\": \"test\"}"),
          row("GET", IMAGE + "/access-log", ImageAction.AUDIT).withToken(),
          row("POST", IMAGE + "/moderation", ImageAction.MODERATE)
              .withToken()
              .body("{\"decision\": \"approve\"}"),
          row("POST", IMAGE + "/rescan", ImageAction.REPLAY).withToken(),
          row("POST", IMAGE + "/reprocess", ImageAction.REPLAY).withToken());

  /** Requests that name no image: their own tests tell who may do what. */
  private static final Set<String> OTHERS =
      Set.of(
          "GET /api/images",
          "POST /api/items",
          "GET /api/items",
          "GET /api/items/{}",
          "PUT /api/items/{}",
          "DELETE /api/items/{}",
          "GET /api/items/{}/images",
          "GET /api/items/{}/images/latest",
          "GET /api/items/{}/images/primary",
          "PUT /api/items/{}/images/order",
          "GET /api/events",
          "GET /api/me/export",
          "DELETE /api/me",
          "GET /api/receipts/{}",
          "GET /api/admin/moderation",
          "GET /api/admin/audit");

  private static final Map<String, Visitor> VISITORS = visitors();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Autowired Catalog catalog;
  @Autowired ItemService items;

  @BeforeEach
  void item() {
    var details = new ItemDetails("product", "Shoe", "{}", Demands.NONE, true);
    items
        .create("prod_789", Samples.OWNER, details)
        .onErrorComplete(dev.safelight.metadata.item.ItemExistsException.class)
        .block();
  }

  @Test
  void everyRequestHasARow() {
    var known = ROWS.stream().map(Row::request).collect(Collectors.toCollection(TreeSet::new));
    known.addAll(OTHERS);

    assertThat(known).isEqualTo(HandledRequests.below("dev.safelight.metadata"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aPurgedImageIsGoneForEverybodyWithAToken(Row row) throws Exception {
    var id = ready(true);
    change(
        id,
        image -> {
          var cause = cause(image);
          return new ImageChange.Deleted(cause, 77, cause.at());
        });
    for (var visitor : VISITORS.values()) {
      assertThat(status(row, id, visitor.token())).isEqualTo(visitor.token().isEmpty() ? 401 : 410);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theAnswerIsWhatTheTableSays(Row row) throws Exception {
    var wrong = new ArrayList<String>();
    for (var condition : Condition.values()) {
      for (var visitor : VISITORS.entrySet()) {
        var image = catalog.find(image(condition)).blockOptional().orElseThrow();
        var status = status(row, image.id(), visitor.getValue().token());
        if (!isRight(row, condition, visitor.getValue(), image, status)) {
          wrong.add(condition + " for " + visitor.getKey() + ": " + status);
        }
      }
    }
    assertThat(wrong).as(row.toString()).isEmpty();
  }

  private boolean isRight(
      Row row, Condition condition, Visitor visitor, ImageRecord image, int status) {
    if (row.token() && visitor.token().isEmpty()) {
      return status == 401;
    }
    return switch (image.permission(row.action(), visitor.viewer())) {
      case GRANTED -> isGranted(row.action(), condition, status);
      case FORBIDDEN -> status == 403 && isAsBefore(image);
      case HIDDEN -> status == (visitor.token().isEmpty() ? 401 : 404) && isAsBefore(image);
    };
  }

  private static boolean isGranted(ImageAction action, Condition condition, int status) {
    var bytes = action == ImageAction.VIEW || action == ImageAction.SIGN;
    return switch (condition) {
      case PENDING -> bytes ? status == 425 : isDone(status);
      case REJECTED, REFUSED -> bytes ? status == 409 : isDone(status);
      default -> isDone(status);
    };
  }

  /** Also that there is nothing to be done. */
  private static boolean isDone(int status) {
    return (status >= 200 && status < 300) || status == 409;
  }

  private boolean isAsBefore(ImageRecord image) {
    return catalog.find(image.id()).blockOptional().orElseThrow().equals(image);
  }

  private int status(Row row, UUID image, String token) throws IOException, InterruptedException {
    var path = row.path().replaceFirst("\\{}", image.toString());
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(row.method(), BodyPublishers.ofString(row.body()));
    if (!row.body().isEmpty()) {
      request.header("Content-Type", "application/json").header("If-Match", "*");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private UUID image(Condition condition) {
    var id =
        switch (condition) {
          case PENDING -> image(Samples.uploaded(Samples.id(), true));
          case REJECTED -> rejected();
          default -> ready(condition == Condition.PUBLIC);
        };
    switch (condition) {
      case HELD -> change(id, this::hold);
      case REFUSED -> change(id, this::refusal);
      case DELETED -> change(id, this::deletion);
      default -> {}
    }
    return id;
  }

  private UUID rejected() {
    var id = Samples.id();
    return image(Samples.uploaded(id, true), Samples.rejected(id));
  }

  private void change(UUID id, java.util.function.Function<ImageRecord, ImageChange> change) {
    var image = catalog.find(id).blockOptional().orElseThrow();
    assertThat(catalog.commit(change.apply(image)).block()).isTrue();
  }

  private ImageChange hold(ImageRecord image) {
    var curation = new ImageChange.Curation(image.history().standing(), null, true);
    return new ImageChange.Updated(cause(image), image.details(), curation, List.of("visibility"));
  }

  private ImageChange refusal(ImageRecord image) {
    var cause = cause(image);
    return new ImageChange.Moderated(
        cause, new Decision(false, Samples.ADMIN, "Not nice.", cause.at()));
  }

  private ImageChange deletion(ImageRecord image) {
    var cause = cause(image);
    return new ImageChange.Deleted(cause, 77, cause.at().plus(Duration.ofDays(30)));
  }

  private static ImageChange.Cause cause(ImageRecord image) {
    return image.changedBy(Samples.OWNER, Samples.START.plusSeconds(60));
  }

  /** Whatever can be got can be asked about, by the same people. */
  static Stream<Row> rows() {
    var heads = ROWS.stream().filter(row -> row.method().equals("GET")).map(Row::head);
    return Stream.concat(ROWS.stream(), heads);
  }

  private static Map<String, Visitor> visitors() {
    var visitors = new LinkedHashMap<String, Visitor>();
    visitors.put("owner", new Visitor(OWNER, new Viewer(Samples.OWNER, false)));
    visitors.put("shared-with", new Visitor(FRIEND, new Viewer(Samples.FRIEND, false)));
    visitors.put("other", new Visitor(STRANGER, new Viewer(Samples.STRANGER, false)));
    visitors.put("anonymous", new Visitor("", Viewer.ANONYMOUS));
    visitors.put("admin", new Visitor(ADMIN, new Viewer(Samples.ADMIN, true)));
    visitors.put("moderator", new Visitor(MODERATOR, new Viewer("user-moderator", false, true)));
    return visitors;
  }

  private static Row row(String method, String template, ImageAction action) {
    return new Row(method, template, template, action, false, "");
  }

  /** What becomes of an image. */
  private enum Condition {
    PRIVATE,
    PUBLIC,
    PENDING,
    HELD,
    REJECTED,
    REFUSED,
    DELETED
  }

  /**
   * Somebody who asks.
   *
   * @param token what they show; empty for nothing
   * @param viewer who they are by it
   */
  private record Visitor(String token, Viewer viewer) {}

  /**
   * A request.
   *
   * @param template as the handlers have it
   * @param path as it is sent
   * @param action what it needs to be allowed
   * @param token whether nobody is let in without one, whatever the image is like
   */
  record Row(
      String method, String template, String path, ImageAction action, boolean token, String body) {

    Row withToken() {
      return new Row(method, template, path, action, true, body);
    }

    Row at(String other) {
      return new Row(method, template, other, action, token, body);
    }

    Row body(String text) {
      return new Row(method, template, path, action, token, text);
    }

    Row head() {
      return new Row("HEAD", template, path, action, token, body);
    }

    String request() {
      return method + ' ' + template;
    }

    @Override
    public String toString() {
      return method + ' ' + path + " needs " + action;
    }
  }
}
