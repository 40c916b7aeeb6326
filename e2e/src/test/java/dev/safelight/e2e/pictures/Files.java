package dev.safelight.e2e.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as the JDK and the WebP encoder write them, and pictures as they read them. */
public final class Files {

  private Files() {}

  /** A file of this format: jpeg, png, gif, bmp, tiff or webp. */
  public static byte[] write(String format, BufferedImage picture) {
    return write(format, new IIOImage(picture, null, null));
  }

  /** A small JPEG unlike any other, for stories that need many. */
  public static byte[] unique(Random random) {
    var picture = Scene.draw(320, 240);
    picture.setRGB(0, 0, random.nextInt());
    return Segments.with(
        write("jpeg", picture),
        Segments.COMMENT,
        Long.toHexString(random.nextLong()).getBytes(US_ASCII));
  }

  /** The picture in a file. */
  public static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(String format, IIOImage picture) {
    var writer = writer(format);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JDK's own where it has one: it writes inks as they are. */
  private static ImageWriter writer(String format) {
    var writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      var writer = writers.next();
      if (!writer.getClass().getName().contains("twelvemonkeys")) {
        return writer;
      }
    }
    throw new IllegalArgumentException("No writer of " + format);
  }
}
