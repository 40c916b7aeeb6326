package dev.safelight.processor.process;

import java.time.Instant;
import java.util.List;

/**
 * All that is to be announced about a developed image; kept beside the variants as their manifest.
 *
 * @param processedAt when the last variant was stored
 * @param width width of the original in pixels as shown
 * @param height height of the original in pixels as shown
 * @param frames number of frames of the original; 1 for a still picture
 * @param hasAlpha whether the original has transparent parts
 * @param traits how it looks
 * @param facts what its camera noted
 * @param recipe hash of the recipe and the original
 * @param engine identity of the engine
 * @param variants in the order of the recipe
 */
public record ProcessedImage(
    Instant processedAt,
    int width,
    int height,
    int frames,
    boolean hasAlpha,
    Traits traits,
    PhotoFacts facts,
    String recipe,
    String engine,
    List<StoredVariant> variants) {}
