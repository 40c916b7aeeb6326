package dev.safelight.metadata.web;

import dev.safelight.metadata.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * Under which terms a picture is answered.
 *
 * @param negotiated whether it was chosen by {@code Accept}
 * @param download whether it is to be saved, not shown
 * @param version what the address says the recipe is; null if it says nothing
 * @param link the signed address it was asked for by; null if it was none
 */
record PictureTerms(
    boolean negotiated, boolean download, @Nullable String version, @Nullable Link link) {}
