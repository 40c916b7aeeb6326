package dev.safelight.metadata.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.signing.GivenKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewLinksTest {

  private static final Viewer OWNER = new Viewer(Samples.OWNER, false);

  private Instant now = Instant.parse("2026-11-21T12:10:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final LinkTokens tokens =
      new LinkTokens(GivenKeys.signatures(List.of("s".repeat(32)), clock), clock);
  private final ViewLinks links = new ViewLinks(tokens, Duration.ofHours(1), clock);

  @Test
  void addressIsTheSameForAnHourAndGoodForAnotherAtLeast() {
    var image = Samples.ready(false);
    var first = links.of(image, OWNER).orElseThrow();
    now = now.plus(Duration.ofMinutes(49));
    assertThat(links.of(image, OWNER)).contains(first);
    assertThat(first.expiresAt()).isEqualTo("2026-11-21T14:00:00Z");

    now = now.plus(Duration.ofMinutes(1));
    assertThat(links.of(image, OWNER).orElseThrow().expiresAt()).isEqualTo("2026-11-21T15:00:00Z");
  }

  @Test
  void addressThatIsGivenOutAfterOthersWereRevokedIsNoneOfThose() {
    var ready = Samples.ready(false);
    var revoked = Instant.parse("2026-11-21T12:05:00.123Z");
    var image =
        new ImageRecord(
            ready.id(),
            ready.upload(),
            ready.details(),
            ready.state(),
            new ImageRecord.History(2, 1, revoked, revoked));
    var before = tokens.read(ready.id(), "", links.of(ready, OWNER).orElseThrow().token());
    var after = tokens.read(ready.id(), "", links.of(image, OWNER).orElseThrow().token());

    assertThat(before.issuedAt()).isBefore(revoked);
    assertThat(image.requiringView(after.pass())).isEqualTo(image);
  }

  @Test
  void nothingIsSignedThatEverybodyMaySeeOrNobody() {
    assertThat(links.of(Samples.ready(true), OWNER)).isEmpty();
    assertThat(links.of(Samples.ready(false), Viewer.ANONYMOUS)).isEmpty();
    assertThat(links.of(Samples.pending(false), OWNER)).isEmpty();
    assertThat(links.of(Samples.rejected(false), OWNER)).isEmpty();
    assertThat(links.of(Samples.held(true), OWNER)).isPresent();
  }
}
