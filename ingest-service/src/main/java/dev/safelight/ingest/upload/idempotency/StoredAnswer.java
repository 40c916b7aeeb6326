package dev.safelight.ingest.upload.idempotency;

import java.util.Map;

/**
 * What a request was answered, to be answered again.
 *
 * @param status HTTP status
 * @param headers those that are about what was made
 * @param body JSON
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public StoredAnswer {
    headers = Map.copyOf(headers);
  }
}
