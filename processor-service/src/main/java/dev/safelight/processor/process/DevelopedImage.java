package dev.safelight.processor.process;

import java.util.List;

/**
 * What an engine made of one original.
 *
 * @param width width of the original in pixels as shown: with its orientation applied
 * @param height height of the original in pixels as shown
 * @param variants one for each specification, in their order
 */
public record DevelopedImage(int width, int height, List<EncodedVariant> variants) {}
