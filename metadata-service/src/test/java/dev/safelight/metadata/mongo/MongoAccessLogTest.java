package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.accesslog.AccessLog.Position;
import dev.safelight.metadata.catalog.Samples;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoAccessLogTest extends MongoTest {

  private final MongoAccessLog log = new MongoAccessLog(database.getCollection("access_log"));

  private final UUID image = UUID.randomUUID();
  private final String owner = "owner-" + image;
  private final String viewer = "viewer-" + image;
  private final UUID link = UUID.randomUUID();

  @Test
  void newestComeFirstAndWhatALinkIsForIsKnownAtEachUse() {
    var signed = entry(0, Access.Action.SIGNED, owner, link, "for the press");
    var opened = entry(1, Access.Action.OPENED, null, link, null);
    var seen = entry(2, Access.Action.OPENED, viewer, null, null);
    log.record(List.of(signed, opened, seen)).block();

    assertThat(listed(null))
        .containsExactly(seen, entry(opened, opened.account(), "for the press"), signed);
    assertThat(listed(Position.of(seen))).hasSize(2).last().isEqualTo(signed);
    assertThat(listed(Position.of(signed))).isEmpty();
  }

  @Test
  void whatIsWrittenAgainIsKeptOnce() {
    var first = entry(0, Access.Action.OPENED, viewer, null, null);
    var second = entry(1, Access.Action.OPENED, viewer, null, null);
    log.record(List.of(first)).block();
    log.record(List.of(first, second)).block();
    log.record(List.of(first, second)).block();

    assertThat(listed(null)).containsExactly(second, first);
  }

  @Test
  void whatIsOldIsForgotten() {
    var old = entry(0, Access.Action.OPENED, viewer, null, null);
    var young = entry(60, Access.Action.OPENED, viewer, null, null);
    log.record(List.of(old, young)).block();

    log.removeBefore(young.at()).block();

    assertThat(listed(null)).containsExactly(young);
  }

  @Test
  void imageIsForgotten() {
    log.record(List.of(entry(0, Access.Action.OPENED, viewer, null, null))).block();
    log.eraseImage(image).block();
    assertThat(listed(null)).isEmpty();
  }

  @Test
  void accountIsForgottenAsViewerAndAsOwner() {
    var entry = entry(0, Access.Action.OPENED, viewer, null, null);
    log.record(List.of(entry)).block();

    log.eraseAccount(viewer, Instant.parse("9999-01-01T00:00:00Z")).block();
    assertThat(listed(null)).containsExactly(entry(entry, AccessLog.ERASED, null));

    log.eraseAccount(owner, Instant.parse("9999-01-01T00:00:00Z")).block();
    assertThat(listed(null)).isEmpty();
  }

  private List<Access> listed(@Nullable Position last) {
    return log.list(image, last, 10).collectList().block();
  }

  private Access entry(
      long second,
      Access.Action action,
      @Nullable String account,
      @Nullable UUID by,
      @Nullable String purpose) {
    return new Access(
        UUID.randomUUID(),
        Samples.START.plusSeconds(second),
        new Access.Picture(image, owner, "large"),
        action,
        account,
        by,
        purpose,
        "198.51.100.0/24");
  }

  private static Access entry(Access entry, @Nullable String account, @Nullable String purpose) {
    return new Access(
        entry.id(),
        entry.at(),
        entry.picture(),
        entry.action(),
        account,
        entry.link(),
        purpose,
        entry.network());
  }
}
