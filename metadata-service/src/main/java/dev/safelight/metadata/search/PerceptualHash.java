package dev.safelight.metadata.search;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a picture looks, in 64 bits: pictures that look alike differ in few of them.
 *
 * <p>Hashes that differ in few bits are found by bands (multi-index hashing): of four bands of 16
 * bits, one has at most a quarter of the different bits. So whatever differs in up to three bits
 * has a band in common, and whatever differs in up to seven has a band with one different bit.
 *
 * @param bits all of them
 */
public record PerceptualHash(long bits) {

  /** The greatest distance that the bands find without a miss. */
  public static final int FARTHEST = 7;

  private static final int BANDS = 4;
  private static final int BAND_BITS = Long.SIZE / BANDS;
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{16}");

  /** The hash that a record holds as 16 hexadecimal digits; empty for what is none. */
  public static Optional<PerceptualHash> parse(String digits) {
    return HEXADECIMAL.matcher(digits).matches()
        ? Optional.of(new PerceptualHash(Long.parseUnsignedLong(digits, 16)))
        : Optional.empty();
  }

  /** In how many bits the two differ. */
  public int distance(PerceptualHash other) {
    return Long.bitCount(bits ^ other.bits);
  }

  /** The bands to be found by: numbers that no other band of any hash has. */
  public IntStream bands() {
    return IntStream.range(0, BANDS).map(this::band);
  }

  /** The bands one of which every hash has that differs in at most {@code distance} bits. */
  public IntStream bandsWithin(int distance) {
    return distance < BANDS ? bands() : bands().flatMap(PerceptualHash::nearby);
  }

  private int band(int number) {
    var value = (int) (bits >>> (number * BAND_BITS)) & 0xFFFF;
    return (number << BAND_BITS) | value;
  }

  private static IntStream nearby(int band) {
    var flipped = IntStream.range(0, BAND_BITS).map(bit -> band ^ (1 << bit));
    return IntStream.concat(IntStream.of(band), flipped);
  }
}
