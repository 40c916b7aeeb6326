package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageHeader;

/**
 * A whole original in memory, verified and within the limits.
 *
 * @param content its bytes, not to be changed
 * @param header what it says about itself; still to be compared with what a decoder finds
 * @param orientation how it has to be turned to be upright
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record SourceImage(byte[] content, ImageHeader header, Orientation orientation) {

  /** Learns the orientation from the content. */
  public SourceImage(byte[] content, ImageHeader header) {
    this(content, header, Exif.orientation(content, header.type()));
  }
}
