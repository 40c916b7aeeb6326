package dev.safelight.metadata.signing;

import java.time.Instant;
import javax.crypto.SecretKey;

/**
 * A secret that everything signed in some time goes back to. Nothing is signed with it itself, but
 * with keys that are derived from it, one for each purpose.
 *
 * @param id goes into each signature; letters, digits, {@code -} and {@code _}
 * @param secret at least 256 bits; never to be logged
 * @param madeAt when it was made
 */
public record SigningKey(String id, SecretKey secret, Instant madeAt) {}
