package dev.safelight.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that is done on the way from an original to a variant. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Resize.class, name = "resize"),
  @JsonSubTypes.Type(value = Crop.class, name = "crop"),
  @JsonSubTypes.Type(value = Rotate.class, name = "rotate"),
  @JsonSubTypes.Type(value = Grayscale.class, name = "grayscale"),
  @JsonSubTypes.Type(value = Blur.class, name = "blur"),
  @JsonSubTypes.Type(value = Sharpen.class, name = "sharpen"),
  @JsonSubTypes.Type(value = Watermark.class, name = "watermark"),
  @JsonSubTypes.Type(value = ConfiguredWatermark.class, name = "configured-watermark"),
  @JsonSubTypes.Type(value = Compress.class, name = "compress"),
  @JsonSubTypes.Type(value = Convert.class, name = "convert")
})
public sealed interface Step permits PixelStep, ConfiguredWatermark, Compress, Convert {}
