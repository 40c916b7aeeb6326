package dev.safelight.metadata.link;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.signing.GivenKeys;
import dev.safelight.metadata.signing.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinkTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final UUID IMAGE = UUID.fromString("0199d3c1-7c43-7a51-9d4c-2f6a1b0c9e11");
  private static final List<String> SECRETS = List.of("a secret of at least 32 characters");

  private final LinkTokens tokens = at(NOW);
  private final Link link = link(new Link.Anybody(UUID.randomUUID(), "large"));

  @Test
  void linkIsReadAsItWasWritten() {
    assertThat(tokens.read(IMAGE, "large", tokens.write(link))).isEqualTo(link);
  }

  @Property(tries = 200)
  void accountIsReadAsItWasWritten(
      @ForAll @NotBlank @StringLength(max = 100) String name,
      @ForAll boolean admin,
      @ForAll boolean moderator) {
    var valid = name.chars().noneMatch(c -> Character.isSurrogate((char) c));
    var viewer = new Viewer(valid ? name : "user", admin, moderator && !admin);
    var of = link(new Link.Account(viewer));
    var token = tokens.write(of);

    assertThat(token).matches("[A-Za-z0-9._-]+");
    assertThat(tokens.read(IMAGE, "large", token)).isEqualTo(of);
    assertThat(tokens.read(IMAGE, "", token)).as("all pictures").isEqualTo(of);
  }

  @Test
  void linkIsForOnePictureOfOneImage() {
    var token = tokens.write(link);
    refused(UUID.randomUUID(), "large", token);
    refused(IMAGE, "original", token);
    refused(IMAGE, "", token);
  }

  @Test
  void noCharacterCanBeChangedNorLeftOut() {
    var token = tokens.write(link);
    for (int i = 0; i < token.length(); i++) {
      var other = token.charAt(i) == '1' ? '2' : '1';
      refused(IMAGE, "large", token.substring(0, i) + other + token.substring(i + 1));
      refused(IMAGE, "large", token.substring(0, i) + token.substring(i + 1));
      refused(IMAGE, "large", token.substring(0, i));
    }
  }

  @Property(tries = 500)
  void nonsenseIsNotGenuine(@ForAll String token) {
    refused(IMAGE, "large", token);
  }

  @Test
  void accountIsNotReadAsAnybodyNorAsMore() {
    var token = tokens.write(link(new Link.Account(new Viewer("user", false))));
    refused(IMAGE, "large", token.replace(".udXNlcg.", ".adXNlcg."));
    refused(IMAGE, "large", token.replace(".udXNlcg.", ".ldXNlcg."));
  }

  @Test
  void signaturesOfOtherPurposesAreWorthNothing() {
    var signatures = GivenKeys.signatures(SECRETS, Clock.systemUTC());
    var token = tokens.write(link);
    var claims = token.substring(0, token.lastIndexOf('.', token.lastIndexOf('.') - 1));
    var text = IMAGE + "\nlarge\n" + claims;

    assertThat(claims + '.' + signatures.sign(Purpose.PICTURE, text)).isEqualTo(token);
    refused(IMAGE, "large", claims + '.' + signatures.sign(Purpose.CURSOR, text));
  }

  @Test
  void linkEndsAtItsTime() {
    var token = tokens.write(link);
    assertThat(at(link.expiresAt().minusMillis(1)).read(IMAGE, "large", token)).isEqualTo(link);
    assertThatExceptionOfType(LinkExpiredException.class)
        .isThrownBy(() -> at(link.expiresAt()).read(IMAGE, "large", token))
        .matches(e -> e.expiredAt().equals(link.expiresAt()));
  }

  private void refused(UUID image, String variant, String token) {
    assertThatExceptionOfType(LinkNotGenuineException.class)
        .as(token)
        .isThrownBy(() -> tokens.read(image, variant, token));
  }

  private static Link link(Link.Holder holder) {
    return new Link(IMAGE, holder, NOW, NOW.truncatedTo(SECONDS).plus(Duration.ofDays(7)));
  }

  private static LinkTokens at(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new LinkTokens(GivenKeys.signatures(SECRETS, clock), clock);
  }
}
