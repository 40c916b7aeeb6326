package dev.safelight.metadata.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator or a classifier decided.
 *
 * @param approved whether others may see the image
 * @param by opaque id of the account, or name of the classifier
 * @param reason a sentence for the owner
 * @param at when; the latest decision counts
 */
public record Decision(boolean approved, String by, @Nullable String reason, Instant at) {}
