package dev.safelight.processor.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What applications note: how colours are told, and what they mean. */
final class Marks {

  private static final String PROFILE = "ICC_PROFILE\0";
  private static final int NONE = -1;

  private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
  private boolean jfif;
  private int adobe = NONE;

  /** APP0, APP2 and APP14. */
  void read(int marker, ByteBuffer segment) {
    switch (marker) {
      case 0xE0 -> jfif |= startsWith(segment, "JFIF\0");
      case 0xE2 -> readProfile(segment);
      case 0xEE -> adobe = startsWith(segment, "Adobe") ? segment.get(11) & 0xFF : adobe;
      default -> {}
    }
  }

  private void readProfile(ByteBuffer segment) {
    if (startsWith(segment, PROFILE)) {
      int header = PROFILE.length() + 2;
      var part = new byte[segment.capacity() - header];
      segment.get(header, part);
      profile.putIfAbsent(segment.get(PROFILE.length()) & 0xFF, part);
    }
  }

  private static boolean startsWith(ByteBuffer segment, String text) {
    if (segment.capacity() < text.length() + 2) {
      return false;
    }
    var start = new byte[text.length()];
    segment.get(0, start);
    return new String(start, ISO_8859_1).equals(text);
  }

  /** Adobe's inks are told the other way round. */
  boolean isInverted() {
    return adobe != NONE;
  }

  /**
   * Whether the colours are told as brightness and differences, in the order of libjpeg's rules.
   */
  boolean isLuma(Frame frame) {
    var parts = frame.components();
    if (parts.size() == 4) {
      return adobe == 2;
    }
    if (jfif || adobe != NONE) {
      return jfif || adobe != 0;
    }
    return !(parts.size() == 3
        && parts.get(0).declared.id() == 'R'
        && parts.get(1).declared.id() == 'G'
        && parts.get(2).declared.id() == 'B');
  }

  byte @Nullable [] profile() {
    var whole = new ByteArrayOutputStream();
    profile.values().forEach(whole::writeBytes);
    return whole.size() == 0 ? null : whole.toByteArray();
  }
}
