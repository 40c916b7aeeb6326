package dev.safelight.metadata.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody did something.
 *
 * @param id identity; the same is kept once. That of the event that tells of it, where there is one
 * @param at when
 * @param actor opaque id of the account; empty for the system itself
 * @param action what, such as {@code image.deleted}
 * @param target what it was done to, such as the id of an image
 * @param detail a few words more, such as the names of what was changed; nothing personal
 */
public record AuditEntry(
    UUID id, Instant at, String actor, String action, String target, String detail) {}
