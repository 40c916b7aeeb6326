package dev.safelight.metadata.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an original looks, in a few words.
 *
 * @param frames number of frames or pages; 1 for a still picture
 * @param hasAlpha whether any pixel is transparent, even in part
 * @param perceptualHash 64 bits in 16 hexadecimal digits; pictures that look alike differ in few
 * @param thumbHash a blurred picture (ThumbHash), Base64
 * @param averageColor {@code #rrggbb}
 * @param dominantColors at most five, the most frequent first, {@code #rrggbb}
 */
public record Appearance(
    int frames,
    boolean hasAlpha,
    @Nullable String perceptualHash,
    @Nullable String thumbHash,
    @Nullable String averageColor,
    List<String> dominantColors) {

  /** Of an image that was developed before anybody looked. */
  public static final Appearance UNKNOWN = new Appearance(1, false, null, null, null, List.of());

  /** Keeps the list from being changed. */
  public Appearance {
    dominantColors = List.copyOf(dominantColors);
  }

  /** The most frequent colour. */
  public Optional<String> dominantColor() {
    return dominantColors.stream().findFirst();
  }
}
