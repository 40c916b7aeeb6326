package dev.safelight.processor.imageio;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures: their pixels and nothing else. */
final class PictureWriter {

  /** The JDK's encoder writes 4:2:0 by default, and optimises the tables of progressive files. */
  byte[] jpeg(BufferedImage picture, int quality) {
    var writer = writer("image/jpeg", "com.sun.imageio.");
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality / 100f);
    settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, overWhite(picture), settings);
  }

  byte[] png(BufferedImage picture) {
    var writer = writer("image/png", "com.sun.imageio.");
    return write(writer, picture, writer.getDefaultWriteParam());
  }

  byte[] webp(BufferedImage picture, int quality) {
    var writer = writer("image/webp", "com.luciad.");
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType("Lossy");
    settings.setCompressionQuality(quality / 100f);
    return write(writer, picture, settings);
  }

  private static BufferedImage overWhite(BufferedImage picture) {
    if (!picture.getColorModel().hasAlpha()) {
      return picture;
    }
    var flat =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = flat.createGraphics();
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    return flat;
  }

  private static ImageWriter writer(String mimeType, String vendor) {
    var writers = ImageIO.getImageWritersByMIMEType(mimeType);
    while (writers.hasNext()) {
      var writer = writers.next();
      if (writer.getClass().getName().startsWith(vendor)) {
        return writer;
      }
      writer.dispose();
    }
    throw new IllegalStateException("No writer of " + mimeType + " by " + vendor);
  }

  private static byte[] write(ImageWriter writer, BufferedImage picture, ImageWriteParam settings) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
