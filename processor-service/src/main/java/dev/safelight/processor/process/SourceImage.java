package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageHeader;

/**
 * A whole original in memory, verified and within the limits.
 *
 * @param content its bytes, not to be changed
 * @param header what it says about itself; still to be compared with what a decoder finds
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record SourceImage(byte[] content, ImageHeader header) {}
