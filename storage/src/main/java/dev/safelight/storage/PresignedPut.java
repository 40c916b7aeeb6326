package dev.safelight.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody without a key needs to write one object.
 *
 * @param url where to {@code PUT} it; whoever knows it may write, so it is a secret
 * @param headers what has to be sent along exactly so; the length, which is signed too, is not
 *     among them, since every client sends it of itself and browsers let nobody set it
 * @param expiresAt when the store begins to refuse it
 */
public record PresignedPut(URI url, Map<String, String> headers, Instant expiresAt) {

  /** Copies the headers. */
  public PresignedPut {
    headers = Map.copyOf(headers);
  }
}
