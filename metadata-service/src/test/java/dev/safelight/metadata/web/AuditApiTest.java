package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AuditApiTest extends RunningService {

  private static final String PATH = "/api/admin/audit";

  private final String actor = "user-" + UUID.randomUUID();
  @Autowired private AuditLog log;
  @Autowired private ItemService items;

  @Test
  void administratorsReadItPageByPage() {
    for (int i = 0; i < 3; i++) {
      record(actor, i);
    }
    var first = body(PATH + "?limit=2&actor=" + actor);
    var second = body(PATH + "?actor=" + actor + "&cursor=" + first.get("nextCursor").asString());

    assertThat(details(first)).containsExactly("2", "1");
    assertThat(details(second)).containsExactly("0");
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(first.get("entries").get(0).get("actor").asString()).isEqualTo(actor);
  }

  @Test
  void nobodyIsTheActorOfWhatWeDoOurselves() {
    var entry = record("", 0);
    var entries = body(PATH + "?target=" + entry.target()).get("entries");
    assertThat(entries.get(0).get("id").asString()).isEqualTo(entry.id().toString());
    assertThat(entries.get(0).get("actor").isNull()).isTrue();
  }

  @Test
  void whatBecomesOfAnItemIsInIt() {
    var item = "item-" + UUID.randomUUID();
    var details = new ItemDetails("product", "Shoe", "{}", Demands.NONE, false);
    items.create(item, actor, details).block();
    items.delete(item, new Viewer(Samples.ADMIN, true), there -> true, false).block();

    Awaitility.await().until(() -> body(PATH + "?target=" + item).get("entries").size() == 2);
    var deleted = body(PATH + "?action=item.deleted&target=" + item).get("entries").get(0);
    assertThat(deleted.get("actor").asString()).isEqualTo(Samples.ADMIN);
    var created = body(PATH + "?actor=" + actor).get("entries").get(0);
    assertThat(created.get("action").asString()).isEqualTo("item.created");
    assertThat(created.get("target").asString()).isEqualTo(item);
  }

  @Test
  void itIsForAdministratorsAlone() {
    get(OWNER, PATH).exchange().expectStatus().isForbidden();
    get("", PATH).exchange().expectStatus().isUnauthorized();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "cursor=garbage, cursor",
    "after=yesterday, after",
    "before=2026-03-01, before",
    "actor=a&actor=b, actor",
    "who=me, who"
  })
  void whatCantBeMeantIsNamed(String query, String field) {
    get(ADMIN, PATH + '?' + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private AuditEntry record(String by, int minute) {
    var at = Samples.START.plusSeconds(60L * minute);
    var action = by.isEmpty() ? "image.purged" : "image.deleted";
    var entry =
        new AuditEntry(
            UUID.randomUUID(),
            at,
            by,
            action,
            UUID.randomUUID().toString(),
            Integer.toString(minute));
    log.record(entry).block();
    return entry;
  }

  private JsonNode body(String uri) {
    return get(ADMIN, uri)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  private static List<String> details(JsonNode page) {
    var details = new ArrayList<String>();
    page.get("entries").forEach(entry -> details.add(entry.get("detail").asString()));
    return details;
  }
}
