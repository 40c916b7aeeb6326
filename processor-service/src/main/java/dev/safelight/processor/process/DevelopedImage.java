package dev.safelight.processor.process;

import java.util.List;

/**
 * What an engine made of one original.
 *
 * @param width width of the original in pixels as shown: with its orientation applied
 * @param height height of the original in pixels as shown
 * @param hasAlpha whether any pixel of it is transparent, even in part
 * @param variants one for each specification, in their order
 * @param preview its first frame, small
 * @param facts what its camera noted
 * @param effort what it cost
 */
public record DevelopedImage(
    int width,
    int height,
    boolean hasAlpha,
    List<EncodedVariant> variants,
    Preview preview,
    PhotoFacts facts,
    Effort effort) {}
