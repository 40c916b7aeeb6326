package dev.safelight.imageheader;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/** Files of pictures that the JDK draws and writes. */
final class Drawn {

  private Drawn() {}

  static byte[] file(String format, int width, int height) {
    try (var out = new ByteArrayOutputStream()) {
      if (!ImageIO.write(picture(width, height), format, out)) {
        throw new IllegalArgumentException("No writer of " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several frames or pages of different sizes, each given as width and height. */
  static byte[] sequence(String format, int[]... sizes) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int[] size : sizes) {
        writer.writeToSequence(new IIOImage(picture(size[0], size[1]), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static byte[] withoutEnd(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  private static BufferedImage picture(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(0, 0, width, height);
    pen.dispose();
    return picture;
  }
}
