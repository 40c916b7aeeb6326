package dev.safelight.ingest.upload.resumable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Makes addresses to which a client without a key can send one file. */
public interface UploadLinks {

  /** An address for exactly so many bytes, declared as exactly this type, as an object's. */
  UploadLink to(String key, String contentType, long size, Duration validity);

  /**
   * Such an address.
   *
   * @param url where to {@code PUT} the bytes
   * @param headers what to send along
   * @param expiresAt until when
   */
  record UploadLink(URI url, Map<String, String> headers, Instant expiresAt) {

    /** Copies the headers. */
    public UploadLink {
      headers = Map.copyOf(headers);
    }
  }
}
