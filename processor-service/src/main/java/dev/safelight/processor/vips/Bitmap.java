package dev.safelight.processor.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.BadImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes BMP by the JDK: libvips has only ImageMagick for that, which it does not trust. */
final class Bitmap {

  private static final String READER = "com.sun.imageio.plugins.bmp.BMPImageReaderSpi";
  private static final int BANDS = 4;

  private Bitmap() {}

  /**
   * Decodes the file into memory of the job.
   *
   * @throws BadImageException if it is broken, or larger than it claimed
   */
  static VipsImage load(VipsJob job, byte[] content, ImageHeader header) {
    try {
      var picture = decode(content, header);
      return job.wrap(
          pixels(job, picture),
          picture.getWidth(),
          picture.getHeight(),
          BANDS,
          Interpretation.SRGB);
    } catch (IOException | RuntimeException e) {
      // Decoders answer nonsense with any exception there is: index, cast, null, argument.
      throw e instanceof BadImageException bad
          ? bad
          : BadImageException.unreadable(Damage.DAMAGED, e);
    }
  }

  private static BufferedImage decode(byte[] content, ImageHeader header) throws IOException {
    var reader = reader();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
        throw BadImageException.unreadable("The image is larger than its header says");
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader() throws IOException {
    var readers =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                provider -> provider.getClass().getName().equals(READER),
                false);
    return readers.next().createReaderInstance();
  }

  private static MemorySegment pixels(VipsJob job, BufferedImage picture) {
    int width = picture.getWidth();
    var pixels = job.allocate((long) width * picture.getHeight() * BANDS);
    var row = new int[width];
    var bytes = new byte[width * BANDS];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        bytes[BANDS * x] = (byte) (row[x] >> 16);
        bytes[BANDS * x + 1] = (byte) (row[x] >> 8);
        bytes[BANDS * x + 2] = (byte) row[x];
        bytes[BANDS * x + 3] = (byte) (row[x] >>> 24);
      }
      MemorySegment.copy(bytes, 0, pixels, JAVA_BYTE, (long) y * bytes.length, bytes.length);
    }
    return pixels;
  }
}
