package dev.safelight.standalone.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The proof that who redeems a code is who asked for it (RFC 7636).
 *
 * @param verifier secret, shown when the code is redeemed
 */
record Pkce(String verifier) {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static Pkce fresh() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Pkce(BASE64.encodeToString(bytes));
  }

  /** What is shown when the code is asked for: method {@code S256}. */
  String challenge() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }
}
