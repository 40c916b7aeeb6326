package dev.safelight.metadata.web;

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

  /** Bytes that are not there. */
  record Unsatisfiable() implements ByteRange {}

  /** More digits than a long holds mean more bytes than there are. */
  int MOST_DIGITS = 18;

  Pattern SINGLE = Pattern.compile("(?i)bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*");

  /**
   * Reads a {@code Range} header. A range of several parts, in another unit or that can't be read
   * is ignored, as the RFC allows.
   *
   * @param size bytes there are
   */
  static ByteRange parse(@Nullable String header, long size) {
    var single = header == null ? null : SINGLE.matcher(header);
    if (single == null || !single.matches()) {
      return new Whole();
    }
    return single.group(1).isEmpty() ? suffix(single, size) : interval(single, size);
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
