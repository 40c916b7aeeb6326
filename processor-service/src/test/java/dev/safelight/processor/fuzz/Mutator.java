package dev.safelight.processor.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Alters files as transport, bad luck and bad intent do. The same dice give the same files. */
final class Mutator {

  /** Most of what can go wrong stands in front. */
  private static final int HEADER = 600;

  private static final int LONGEST_RUN = 300;

  private static final int[] TELLING = {
    0,
    1,
    2,
    3,
    0x7F,
    0x80,
    0xFE,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    1 << 31,
    -1,
    -2,
    -8
  };

  private final List<byte[]> files;
  private final Random dice;

  Mutator(List<byte[]> files, Random dice) {
    this.files = files;
    this.dice = dice;
  }

  /** One of the files, altered in one to four ways. */
  byte[] next() {
    var file = files.get(dice.nextInt(files.size())).clone();
    int rounds = 1 + dice.nextInt(4);
    for (int i = 0; i < rounds && file.length > 8; i++) {
      file = altered(file);
    }
    return dice.nextInt(4) > 0 ? PngChecksums.corrected(file) : file;
  }

  private byte[] altered(byte[] file) {
    return switch (dice.nextInt(9)) {
      case 0, 1 -> flipped(file);
      case 2 -> overwritten(file);
      case 3, 4 -> numbered(file);
      case 5 -> Arrays.copyOf(file, 1 + place(file));
      case 6 -> spliced(file, place(file), file, place(file));
      case 7 -> swapped(file);
      default -> {
        var other = files.get(dice.nextInt(files.size()));
        yield spliced(file, place(file), other, place(other));
      }
    };
  }

  private byte[] flipped(byte[] file) {
    for (int i = 1 + dice.nextInt(8); i > 0; i--) {
      file[place(file)] ^= (byte) (1 << dice.nextInt(8));
    }
    return file;
  }

  private byte[] overwritten(byte[] file) {
    int from = place(file);
    int to = Math.min(file.length, from + 1 + dice.nextInt(LONGEST_RUN));
    int kind = dice.nextInt(3);
    for (int i = from; i < to; i++) {
      file[i] = (byte) (kind == 0 ? 0 : kind == 1 ? 0xFF : dice.nextInt());
    }
    return file;
  }

  /** A number that lengths, counts and sizes should not be, in either order of bytes. */
  private byte[] numbered(byte[] file) {
    int number = TELLING[dice.nextInt(TELLING.length)];
    int bytes = 1 << dice.nextInt(3);
    boolean big = dice.nextBoolean();
    int at = Math.min(place(file), file.length - bytes);
    for (int i = 0; i < bytes; i++) {
      file[at + i] = (byte) (number >> (8 * (big ? bytes - 1 - i : i)));
    }
    return file;
  }

  /** The beginning of one and the end of another; of the same file, a part doubled or lost. */
  private static byte[] spliced(byte[] head, int headEnd, byte[] tail, int tailStart) {
    var file = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, file, headEnd, tail.length - tailStart);
    return file;
  }

  private byte[] swapped(byte[] file) {
    int length = 1 + dice.nextInt(Math.min(LONGEST_RUN, file.length / 2));
    int one = Math.min(place(file), file.length - length);
    int other = Math.min(place(file), file.length - length);
    var kept = Arrays.copyOfRange(file, one, one + length);
    System.arraycopy(file, other, file, one, length);
    System.arraycopy(kept, 0, file, other, length);
    return file;
  }

  private int place(byte[] file) {
    return dice.nextInt(dice.nextBoolean() ? Math.min(HEADER, file.length) : file.length);
  }
}
