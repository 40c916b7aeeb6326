package dev.safelight.ingest;

import dev.safelight.ingest.upload.AdmissionRules;
import dev.safelight.ingest.upload.ImageLimits;
import dev.safelight.ingest.upload.Item.ItemLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which images may enter.
 *
 * @param maxFileSize most bytes of a file; the scanner's limits must be at least this
 * @param minWidth fewest pixels across
 * @param minHeight fewest pixels down
 * @param maxWidth most pixels across
 * @param maxHeight most pixels down
 * @param maxPixels most pixels in all frames together
 * @param kinds what images of items of a kind have to be besides, by the name of the kind, such as
 *     {@code product}; the strictest of all that is said holds
 */
@Validated
@ConfigurationProperties("safelight.ingest.limits")
record LimitProperties(
    @DefaultValue("10MB") DataSize maxFileSize,
    @DefaultValue("1") @Min(1) int minWidth,
    @DefaultValue("1") @Min(1) int minHeight,
    @DefaultValue("12000") @Min(1) int maxWidth,
    @DefaultValue("12000") @Min(1) int maxHeight,
    @DefaultValue("100000000") @Min(1) long maxPixels,
    @DefaultValue Map<String, @Valid KindLimits> kinds) {

  /**
   * What images of items of a kind have to be; where nothing is said, nothing is added.
   *
   * @param minWidth fewest pixels across
   * @param minHeight fewest pixels down
   * @param maxWidth most pixels across
   * @param maxHeight most pixels down
   * @param maxSize most bytes
   */
  record KindLimits(
      @Nullable @Min(1) Integer minWidth,
      @Nullable @Min(1) Integer minHeight,
      @Nullable @Min(1) Integer maxWidth,
      @Nullable @Min(1) Integer maxHeight,
      @Nullable DataSize maxSize) {

    private ItemLimits forCore() {
      return new ItemLimits(
          minWidth, minHeight, maxWidth, maxHeight, maxSize == null ? null : maxSize.toBytes());
    }
  }

  AdmissionRules rules(ItemProperties items) {
    var general =
        new ImageLimits(minWidth, minHeight, maxWidth, maxHeight, maxPixels, maxFileSize.toBytes());
    var ofKinds = new HashMap<String, ItemLimits>();
    kinds.forEach((kind, limits) -> ofKinds.put(kind, limits.forCore()));
    return new AdmissionRules(general, ofKinds, items.settle());
  }
}
