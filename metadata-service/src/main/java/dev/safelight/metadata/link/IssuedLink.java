package dev.safelight.metadata.link;

import dev.safelight.metadata.catalog.ServedPicture;
import java.time.Instant;

/**
 * A link that was made.
 *
 * @param picture what it shows
 * @param token what makes its address show it
 * @param expiresAt when it ends
 */
public record IssuedLink(ServedPicture picture, String token, Instant expiresAt) {}
