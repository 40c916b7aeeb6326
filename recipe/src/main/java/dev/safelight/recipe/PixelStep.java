package dev.safelight.recipe;

/** A step that changes the picture; steps are done in their order. */
public sealed interface PixelStep extends Step
    permits Resize, Crop, Rotate, Grayscale, Blur, Sharpen, Watermark {}
