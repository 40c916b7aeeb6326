package dev.safelight.metadata.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What address somebody wants.
 *
 * @param variant which picture; null for the one to show
 * @param validity how long it is to be good for, in whole seconds
 * @param purpose what it is for; null if they don't say
 * @param network where the request came from, shortened
 */
public record LinkRequest(
    @Nullable String variant, Duration validity, @Nullable String purpose, String network) {}
