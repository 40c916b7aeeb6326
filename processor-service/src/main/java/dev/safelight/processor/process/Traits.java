package dev.safelight.processor.process;

import java.util.List;

/**
 * How a picture looks, in a few bytes.
 *
 * @param perceptualHash 64 bits in 16 hexadecimal digits; pictures that look alike differ in few
 * @param thumbHash a blurred picture in about 25 bytes (ThumbHash), Base64
 * @param averageColor of what can be seen, {@code #rrggbb}
 * @param dominantColors at most five, the most frequent first, {@code #rrggbb}; none if nothing can
 *     be seen
 */
public record Traits(
    String perceptualHash, String thumbHash, String averageColor, List<String> dominantColors) {

  /** Looks at a preview. */
  static Traits of(Preview preview) {
    return new Traits(
        PerceptualHash.of(preview),
        ThumbHash.of(preview),
        AverageColor.of(preview).css(),
        Palette.of(preview));
  }
}
