package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Looks at memory that C points to; here we believe what it says about sizes. */
@SuppressWarnings("restricted")
final class Foreign {

  private Foreign() {}

  /** A string of C. */
  static String text(MemorySegment pointer) {
    return pointer.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /** A copy of as many bytes. */
  static byte[] bytes(MemorySegment pointer, long count) {
    return pointer.reinterpret(count).toArray(JAVA_BYTE);
  }

  /** As many bytes, to be seen until the arena is closed. */
  static MemorySegment view(MemorySegment pointer, long bytes, Arena arena) {
    return pointer.reinterpret(bytes, arena, null);
  }
}
