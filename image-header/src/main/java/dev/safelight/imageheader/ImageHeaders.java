package dev.safelight.imageheader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads type, dimensions and frame count of an image from its header and container.
 *
 * <p>Work and memory are bounded whatever the input says: a few kilobytes are held, and at most a
 * million parts are walked over. A header that was read is no promise that the pixels are whole;
 * only decoding tells.
 */
public final class ImageHeaders {

  private static final List<Format> FORMATS =
      List.of(
          new JpegFormat(),
          new PngFormat(),
          new GifFormat(),
          new WebpFormat(),
          new BmpFormat(),
          new TiffFormat());

  private ImageHeaders() {}

  /**
   * Reads the header of all that is in {@code channel}, from its very beginning; the position is
   * moved and the channel stays open.
   *
   * @throws UnknownImageTypeException if it is none of {@link ImageType}
   * @throws MalformedImageException if it is one, but broken, cut off or lying
   * @throws IOException if the channel cannot be read
   */
  public static ImageHeader read(SeekableByteChannel channel) throws IOException {
    return read(HeaderInput.of(channel));
  }

  /**
   * Reads the header of a file.
   *
   * @throws UnknownImageTypeException if it is none of {@link ImageType}
   * @throws MalformedImageException if it is one, but broken, cut off or lying
   * @throws IOException if the file cannot be read
   */
  public static ImageHeader read(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      return read(channel);
    }
  }

  /**
   * Reads the header of an image in memory.
   *
   * @throws UnknownImageTypeException if it is none of {@link ImageType}
   * @throws MalformedImageException if it is one, but broken, cut off or lying
   */
  public static ImageHeader read(byte[] content) {
    try {
      return read(HeaderInput.of(content));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be read", e);
    }
  }

  private static ImageHeader read(HeaderInput in) throws IOException {
    for (var format : FORMATS) {
      if (format.matches(in)) {
        return format.read(in);
      }
    }
    throw new UnknownImageTypeException();
  }
}
