package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as the JDK and the WebP encoder write them. */
public final class Files {

  private Files() {}

  /** A file of this format, uncompressed or lossless where there is a choice. */
  public static byte[] write(String format, BufferedImage picture) {
    return write(format, new IIOImage(picture, null, null));
  }

  static byte[] write(String format, IIOImage picture) {
    var writer = writer(format);
    return write(writer, picture, settings(format, writer));
  }

  static byte[] lossyWebp(BufferedImage picture) {
    var writer = writer("webp");
    var settings = settings("webp", writer);
    settings.setCompressionType("Lossy");
    settings.setCompressionQuality(0.95f);
    return write(writer, new IIOImage(picture, null, null), settings);
  }

  static byte[] progressiveJpeg(BufferedImage picture) {
    var writer = writer("jpeg");
    var settings = settings("jpeg", writer);
    settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, new IIOImage(picture, null, null), settings);
  }

  private static byte[] write(ImageWriter writer, IIOImage picture, ImageWriteParam settings) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, picture, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Not the writers of third parties, which would replace what a test means to write. */
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

  private static ImageWriteParam settings(String format, ImageWriter writer) {
    var settings = writer.getDefaultWriteParam();
    if (format.equals("webp")) {
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionType("Lossless");
    }
    if (format.equals("jpeg")) {
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(0.95f);
    }
    return settings;
  }
}
