package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to listen.
 *
 * @param viewer who
 * @param until when their token ends, and with it the stream; null for those without one
 * @param last how far they have heard before; null for those who are new
 */
public record Listening(Viewer viewer, @Nullable Instant until, @Nullable Position last) {}
