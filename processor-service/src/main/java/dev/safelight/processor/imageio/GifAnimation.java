package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.IndexedPicture;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.pixels.Quantizer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes GIF, animated or not; each picture has its own 256 colours and covers all before. */
final class GifAnimation implements Animation {

  private static final String TREE = "javax_imageio_gif_image_1.0";
  private static final int MAX_U16 = 0xFFFF;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes);
  private final ImageWriter writer = Writers.of("image/gif", "com.sun.imageio.");
  private final int plays;
  private boolean begun;

  /**
   * Begins an animation.
   *
   * @param plays how often it is shown; 0 for without end
   */
  GifAnimation(int plays) {
    this.plays = plays;
  }

  @Override
  public void add(Picture picture, int delayMillis) {
    var indexed = Quantizer.reduce(picture);
    var image = image(indexed);
    try {
      var metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      describe(metadata, indexed, delayMillis);
      if (!begun) {
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
      }
      begun = true;
      writer.writeToSequence(new IIOImage(image, null, metadata), null);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    }
  }

  @Override
  public byte[] finish() {
    try (out) {
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void describe(IIOMetadata metadata, IndexedPicture indexed, int delayMillis)
      throws IIOInvalidTreeException {
    var root = new IIOMetadataNode(TREE);
    int transparent = indexed.transparentIndex();
    var control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "restoreToBackgroundColor");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", transparent < 0 ? "FALSE" : "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(Math.max(0, transparent)));
    control.setAttribute("delayTime", String.valueOf(Math.min((delayMillis + 5) / 10, MAX_U16)));
    if (!begun && plays != 1) {
      var loop = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(repeats());
    }
    metadata.mergeTree(TREE, root);
  }

  /** How often it is repeated after the first time; 0 for without end. */
  private byte[] repeats() {
    int repeats = Math.min(Math.max(0, plays - 1), MAX_U16);
    return new byte[] {1, (byte) repeats, (byte) (repeats >> 8)};
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    var child = new IIOMetadataNode(name);
    parent.appendChild(child);
    return child;
  }

  /** Filled up to 256 colours, as the writer takes the size of a pixel for that of the palette. */
  private static BufferedImage image(IndexedPicture indexed) {
    int width = indexed.width();
    var pixels = new DataBufferByte(indexed.indices(), indexed.indices().length);
    var raster =
        Raster.createInterleavedRaster(
            pixels, width, indexed.height(), width, 1, new int[] {0}, null);
    var palette = Arrays.copyOf(indexed.palette(), 256);
    Arrays.fill(palette, indexed.palette().length, palette.length, Argb.OPAQUE);
    int transparent = indexed.transparentIndex();
    var colors =
        new IndexColorModel(
            8, palette.length, palette, 0, false, transparent, DataBuffer.TYPE_BYTE);
    return new BufferedImage(colors, raster, false, null);
  }
}
