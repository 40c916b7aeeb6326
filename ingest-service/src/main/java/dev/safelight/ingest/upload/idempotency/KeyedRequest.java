package dev.safelight.ingest.upload.idempotency;

/**
 * A request that is to be done once.
 *
 * @param subject whose key it is; keys of others are other keys
 * @param key as the caller chose it
 * @param fingerprint digest of all that was asked for; another request has another
 */
public record KeyedRequest(String subject, String key, String fingerprint) {}
