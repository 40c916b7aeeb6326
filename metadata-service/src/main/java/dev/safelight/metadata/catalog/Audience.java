package dev.safelight.metadata.catalog;

import java.util.List;

/**
 * Who may see an image besides its owner.
 *
 * @param everyone whether anybody may, once it is ready
 * @param sharedWith opaque ids of accounts that may
 */
public record Audience(boolean everyone, List<String> sharedWith) {}
