package dev.safelight.metadata.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** One key of the ring, with the keys for each purpose that come of it (HKDF, RFC 5869). */
final class DerivedKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id;
  private final Instant madeAt;
  private final Map<Purpose, SecretKey> keys = new EnumMap<>(Purpose.class);

  DerivedKeys(SigningKey key) {
    this.id = key.id();
    this.madeAt = key.madeAt();
    for (var purpose : Purpose.values()) {
      keys.put(purpose, derived(key.secret(), purpose));
    }
  }

  String id() {
    return id;
  }

  Instant madeAt() {
    return madeAt;
  }

  /** The code of a text, in Base64url without padding. */
  String code(Purpose purpose, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(keys.get(purpose));
      return BASE64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  private static SecretKey derived(SecretKey secret, Purpose purpose) {
    var info = ("safelight " + purpose.name()).getBytes(US_ASCII);
    var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HKDF-SHA256", e);
    }
  }
}
