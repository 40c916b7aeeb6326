package dev.safelight.ingest.upload.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator changes how much an account may have.
 *
 * @param id identity of the change
 * @param account opaque id of the account
 * @param bytes its own limit; null for the default
 * @param by opaque id of the administrator's account
 * @param at when, to the millisecond
 */
public record LimitChange(UUID id, String account, @Nullable Long bytes, String by, Instant at) {}
