package dev.safelight.metadata.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a picture somebody asks for (RFC 9110, section 14). */
sealed interface ByteRange {

  /** All of them. */
  record Whole() implements ByteRange {}

  /**
   * Some of them.
   *
   * @param first index of the first byte, from 0
   * @param last index of the last byte, inclusive
   */
  record Part(long first, long last) implements ByteRange {

    long length() {
      return last - first + 1;
    }
  }

  /**
   * Several parts, in their order, which neither overlap nor touch.
   *
   * @param parts two at least
   */
  record Parts(List<Part> parts) implements ByteRange {}

  /** Bytes that are not there. */
  record Unsatisfiable() implements ByteRange {}

  /** More digits than a long holds mean more bytes than there are. */
  int MOST_DIGITS = 18;

  /** Whoever asks for more means no good, or is better served with the whole. */
  int MOST_PARTS = 8;

  Pattern UNIT = Pattern.compile("(?i)bytes=(.*)");
  Pattern COMMA = Pattern.compile(",");
  Pattern ONE = Pattern.compile("[ \\t]*(\\d*)-(\\d*)[ \\t]*");

  /**
   * Reads a {@code Range} header. One of more parts than we send, in another unit or that can't be
   * read is ignored, as the RFC allows; parts that overlap become one.
   *
   * @param size bytes there are
   */
  static ByteRange parse(@Nullable String header, long size) {
    var ranges = header == null ? null : UNIT.matcher(header);
    if (ranges == null || !ranges.matches()) {
      return new Whole();
    }
    var given = COMMA.split(ranges.group(1), MOST_PARTS + 1);
    return given.length > MOST_PARTS ? new Whole() : together(given, size);
  }

  private static ByteRange together(String[] given, long size) {
    var parts = new ArrayList<Part>();
    for (var text : given) {
      switch (one(text, size)) {
        case Whole whole -> {
          return whole;
        }
        case Part part -> parts.add(part);
        default -> {}
      }
    }
    var merged = merged(parts);
    return switch (merged.size()) {
      case 0 -> new Unsatisfiable();
      case 1 -> merged.getFirst();
      default -> new Parts(merged);
    };
  }

  private static List<Part> merged(List<Part> parts) {
    parts.sort(Comparator.comparingLong(Part::first));
    var merged = new ArrayList<Part>();
    for (var part : parts) {
      var before = merged.isEmpty() ? null : merged.getLast();
      if (before == null || part.first() > before.last() + 1) {
        merged.add(part);
      } else {
        merged.set(
            merged.size() - 1, new Part(before.first(), Math.max(before.last(), part.last())));
      }
    }
    return merged;
  }

  private static ByteRange one(String text, long size) {
    var range = ONE.matcher(text);
    if (!range.matches()) {
      return new Whole();
    }
    return range.group(1).isEmpty() ? suffix(range, size) : interval(range, size);
  }

  private static ByteRange suffix(Matcher range, long size) {
    if (range.group(2).isEmpty()) {
      return new Whole();
    }
    var length = Math.min(number(range.group(2)), size);
    return length == 0 ? new Unsatisfiable() : new Part(size - length, size - 1);
  }

  private static ByteRange interval(Matcher range, long size) {
    var first = number(range.group(1));
    var last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
    if (last < first) {
      return new Whole();
    }
    return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
  }

  private static long number(String digits) {
    return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
