package dev.safelight.ingest.upload;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an image may enter.
 *
 * @param limits of every image
 * @param kinds what items of a kind demand besides, by the name of the kind
 * @param settle how long an item that is not known here is looked for, as it may have been created
 *     a moment ago
 */
public record AdmissionRules(
    ImageLimits limits, Map<String, Item.ItemLimits> kinds, Duration settle) {

  /** Copies the kinds. */
  public AdmissionRules {
    kinds = Map.copyOf(kinds);
  }

  /** What holds for images of this item, or of none: the strictest of all that is said. */
  ImageLimits of(@Nullable Item item) {
    return item == null ? limits : limits.and(kinds.get(item.kind())).and(item.limits());
  }
}
