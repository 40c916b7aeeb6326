package dev.safelight.metadata.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.link.Link.Account;
import dev.safelight.metadata.link.Link.Anybody;
import dev.safelight.metadata.link.Link.Holder;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes links as tokens that go into addresses, and reads them: {@code
 * <issued>.<expires>.<holder>.<signature>}. The image, and where it is for one picture alone that
 * picture, are in the path of the address; they are signed, but not said again.
 */
public class LinkTokens {

  private static final int RADIX = 36;
  private static final Pattern FORM =
      Pattern.compile(
          "(([0-9a-z]{1,10})\\.([0-9a-z]{1,10})\\.([luma])([\\w-]{1,700}))\\.([\\w.-]+)");

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Signatures signatures;
  private final Clock clock;

  /** Composes it. */
  public LinkTokens(Signatures signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /** The token of a link. */
  public String write(Link link) {
    var claims =
        Long.toString(link.issuedAt().toEpochMilli(), RADIX)
            + '.'
            + Long.toString(link.expiresAt().getEpochSecond(), RADIX)
            + '.'
            + written(link.holder());
    return claims + '.' + signatures.sign(Purpose.PICTURE, text(link, claims));
  }

  /**
   * The link of a token.
   *
   * @param imageId the image in whose address it is
   * @param variant the picture in whose address it is
   * @throws LinkNotGenuineException if we did not make it, or not for that
   * @throws LinkExpiredException if its time is over
   */
  public Link read(UUID imageId, String variant, String token) {
    var parts = FORM.matcher(token);
    if (!parts.matches()) {
      throw new LinkNotGenuineException();
    }
    var link = link(imageId, variant, parts);
    var signature = Objects.requireNonNull(parts.group(6));
    if (!signatures.isGenuine(Purpose.PICTURE, text(link, parts.group(1)), signature)) {
      throw new LinkNotGenuineException();
    }
    if (!clock.instant().isBefore(link.expiresAt())) {
      throw new LinkExpiredException(link.expiresAt());
    }
    return link;
  }

  private static Link link(UUID imageId, String variant, Matcher parts) {
    try {
      var issuedAt = Instant.ofEpochMilli(Long.parseLong(parts.group(2), RADIX));
      var expiresAt = Instant.ofEpochSecond(Long.parseLong(parts.group(3), RADIX));
      var holder = holder(parts.group(4), DECODER.decode(parts.group(5)), variant);
      return new Link(imageId, holder, issuedAt, expiresAt);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new LinkNotGenuineException();
    }
  }

  private static Holder holder(String kind, byte[] name, String variant) {
    if (!kind.equals("l")) {
      var viewer = new Viewer(new String(name, UTF_8), kind.equals("a"), kind.equals("m"));
      return new Account(viewer);
    }
    if (name.length != 2 * Long.BYTES) {
      throw new LinkNotGenuineException();
    }
    var id = ByteBuffer.wrap(name);
    return new Anybody(new UUID(id.getLong(), id.getLong()), variant);
  }

  private static String written(Holder holder) {
    return switch (holder) {
      case Anybody(var id, var variant) -> 'l' + ENCODER.encodeToString(bytes(id));
      case Account(Viewer(var subject, var admin, var moderator)) ->
          (admin ? 'a' : moderator ? 'm' : 'u')
              + ENCODER.encodeToString(Objects.requireNonNullElse(subject, "").getBytes(UTF_8));
    };
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** The claims have no line breaks and the id has a fixed length: nothing reads as another. */
  private static String text(Link link, String claims) {
    var scope = link.holder() instanceof Anybody(var id, var variant) ? variant : "";
    return link.imageId() + "\n" + scope + '\n' + claims;
  }
}
