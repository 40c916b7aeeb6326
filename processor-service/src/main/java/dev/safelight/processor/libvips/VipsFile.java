package dev.safelight.processor.libvips;

import java.lang.foreign.MemorySegment;

/** A file in memory that libvips can read. */
public final class VipsFile {

  private final MemorySegment content;
  private final long length;

  VipsFile(MemorySegment content, long length) {
    this.content = content;
    this.length = length;
  }

  MemorySegment content() {
    return content;
  }

  long length() {
    return length;
  }
}
