package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.audit.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoAuditLogTest extends MongoTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AuditQuery.Period ALWAYS = new AuditQuery.Period(null, null);

  private final MongoAuditLog log = new MongoAuditLog(database.getCollection("audit"));

  @Test
  void anEntryIsKeptOnceHoweverOftenItIsTold() {
    var entry = did("ann", "image.deleted", "one", 0);
    log.record(entry).block();

    assertThat(list(everything())).containsExactly(entry);
  }

  @Test
  void listsTheNewestFirstAndWhatIsAskedForAlone() {
    var first = did("ann", "image.deleted", "one", 0);
    var second = did("bob", "image.updated", "one", 1);
    var third = did("ann", "image.updated", "two", 2);

    assertThat(list(everything())).containsExactly(third, second, first);
    assertThat(list(of("ann", null, null))).containsExactly(third, first);
    assertThat(list(of(null, "image.updated", null))).containsExactly(third, second);
    assertThat(list(of(null, null, "one"))).containsExactly(second, first);
    assertThat(list(of("bob", "image.deleted", null))).isEmpty();
    var middle = new AuditQuery.Period(first.at(), third.at());
    assertThat(list(new AuditQuery(null, null, null, middle, null))).containsExactly(second);
  }

  @Test
  void pagesGoOnWhereTheyEndedThoughAllHappenedAtOnce() {
    for (int i = 0; i < 5; i++) {
      did("ann", "image.deleted", "image", 0);
    }
    var seen = new ArrayList<AuditEntry>();
    var page = log.list(everything(), 2).collectList().block();
    while (!page.isEmpty()) {
      seen.addAll(page);
      page = log.list(after(page.getLast()), 2).collectList().block();
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates().isEqualTo(list(everything()));
  }

  @Test
  void whatIsOldIsForgotten() {
    did("ann", "image.deleted", "one", 0);
    var young = did("ann", "image.deleted", "two", 1);

    assertThat(log.removeBefore(young.at()).block()).isEqualTo(1);
    assertThat(list(everything())).containsExactly(young);
  }

  @Test
  void anAccountIsNamedNoMore() {
    did("ann", "account.exported", "ann", 0);
    var other = did("bob", "image.deleted", "one", 1);

    log.forget("ann", NOON).block();

    assertThat(list(of("ann", null, null))).isEmpty();
    assertThat(list(of(null, null, "ann"))).isEmpty();
    assertThat(list(of(AuditTrail.ERASED, null, AuditTrail.ERASED))).hasSize(1);
    assertThat(list(of("bob", null, null))).containsExactly(other);
  }

  private AuditEntry did(String actor, String action, String target, int minute) {
    var entry =
        new AuditEntry(
            UUID.randomUUID(), NOON.plusSeconds(60L * minute), actor, action, target, "");
    log.record(entry).block();
    return entry;
  }

  private List<AuditEntry> list(AuditQuery query) {
    return log.list(query, 100).collectList().block();
  }

  private static AuditQuery everything() {
    return of(null, null, null);
  }

  private static AuditQuery after(AuditEntry last) {
    return new AuditQuery(null, null, null, ALWAYS, AuditQuery.Position.of(last));
  }

  private static AuditQuery of(
      @Nullable String actor, @Nullable String action, @Nullable String target) {
    return new AuditQuery(actor, action, target, ALWAYS, null);
  }
}
