package dev.safelight.processor.jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;

/** Files whose components are sampled at will. */
final class SampledJpegs {

  private static final String TREE = "javax_imageio_jpeg_image_1.0";

  private SampledJpegs() {}

  /** Brightness has that many samples for one of colour; markers come after so many units, or 0. */
  static byte[] of(BufferedImage picture, int across, int down, int restartInterval) {
    var writer = writer();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
      var root = (IIOMetadataNode) metadata.getAsTree(TREE);
      var brightness = (Element) root.getElementsByTagName("componentSpec").item(0);
      brightness.setAttribute("HsamplingFactor", String.valueOf(across));
      brightness.setAttribute("VsamplingFactor", String.valueOf(down));
      if (restartInterval > 0) {
        var sequence = root.getElementsByTagName("markerSequence").item(0);
        var restarts = new IIOMetadataNode("dri");
        restarts.setAttribute("interval", String.valueOf(restartInterval));
        sequence.insertBefore(restarts, sequence.getFirstChild());
      }
      metadata.setFromTree(TREE, root);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, metadata), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImageWriter writer() {
    var writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      var writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.")) {
        return writer;
      }
    }
    throw new IllegalStateException("The JDK has a writer of JPEG");
  }
}
