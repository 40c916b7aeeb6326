package dev.safelight.metadata.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs with HMAC-SHA-256 and the keys it was told of last: {@code <id of the key>.<code>}. Until
 * it was told of any, everything fails with {@link SigningUnavailableException}.
 */
public class HmacSignatures implements Signatures {

  private final SigningSettings settings;
  private final Clock clock;
  private volatile @Nullable KeyRing ring;

  /** Without keys so far. */
  public HmacSignatures(SigningSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String sign(Purpose purpose, String text) {
    var key = ring().signer(clock.instant());
    return key.id() + '.' + key.code(purpose, text);
  }

  @Override
  public boolean isGenuine(Purpose purpose, String text, String signature) {
    var dot = signature.indexOf('.');
    var given = signature.substring(dot + 1).getBytes(UTF_8);
    return dot > 0
        && ring()
            .verifier(signature.substring(0, dot), purpose, clock.instant())
            .map(key -> key.code(purpose, text).getBytes(UTF_8))
            .filter(code -> MessageDigest.isEqual(code, given))
            .isPresent();
  }

  /** These are all keys there are now. */
  void use(List<SigningKey> keys) {
    ring = new KeyRing(keys, clock.instant().plus(settings.settling()), settings);
  }

  /** These are all keys there will ever be. */
  void useOnly(List<SigningKey> keys) {
    ring = new KeyRing(keys, Instant.MAX, settings);
  }

  private KeyRing ring() {
    var keys = ring;
    if (keys == null) {
      throw new SigningUnavailableException();
    }
    return keys;
  }
}
