package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures: their pixels and nothing else. */
final class PictureWriter {

  /** The JDK's encoder writes 4:2:0 by default, and optimises the tables of progressive files. */
  byte[] jpeg(Picture picture, int quality) {
    var writer = Writers.of("image/jpeg", "com.sun.imageio.");
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality / 100f);
    settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, picture.overWhite(), settings);
  }

  byte[] png(Picture picture) {
    var writer = Writers.of("image/png", "com.sun.imageio.");
    return write(writer, picture, writer.getDefaultWriteParam());
  }

  byte[] webp(Picture picture, int quality) {
    var writer = Writers.of("image/webp", "com.luciad.");
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType("Lossy");
    settings.setCompressionQuality(quality / 100f);
    return write(writer, picture, settings);
  }

  byte[] gif(Picture picture) {
    var still = new GifAnimation(1);
    still.add(picture, 0);
    return still.finish();
  }

  private static byte[] write(ImageWriter writer, Picture picture, ImageWriteParam settings) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(Argb.image(picture), null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
