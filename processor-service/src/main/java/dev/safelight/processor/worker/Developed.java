package dev.safelight.processor.worker;

import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Effort;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.Preview;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An image that was developed. The blobs are the preview's pixels (4 bytes each, big-endian ARGB)
 * and then the content of each picture.
 *
 * @param previewWidth width of the preview in pixels
 * @param previewHeight height of the preview in pixels
 */
record Developed(
    int width,
    int height,
    boolean hasAlpha,
    List<Picture> pictures,
    int previewWidth,
    int previewHeight,
    PhotoFacts facts,
    Effort effort) {

  /** A variant without its content. */
  record Picture(String name, PictureFormat format, int width, int height) {}

  static Message message(DevelopedImage image) {
    var pictures = new ArrayList<Picture>();
    var blobs = new ArrayList<byte[]>();
    blobs.add(pixels(image.preview().argb()));
    for (var variant : image.variants()) {
      pictures.add(
          new Picture(variant.name(), variant.format(), variant.width(), variant.height()));
      blobs.add(variant.content());
    }
    var developed =
        new Developed(
            image.width(),
            image.height(),
            image.hasAlpha(),
            pictures,
            image.preview().width(),
            image.preview().height(),
            image.facts(),
            image.effort());
    return new Message(Message.Kind.DEVELOPED, Json.write(developed), blobs);
  }

  /**
   * The image itself.
   *
   * @throws GarbageException if the blobs are not what the facts say
   */
  DevelopedImage image(List<byte[]> blobs) throws GarbageException {
    if (blobs.size() != pictures.size() + 1) {
      throw new GarbageException("Not one blob for each picture");
    }
    var variants = new ArrayList<EncodedVariant>();
    for (int i = 0; i < pictures.size(); i++) {
      var picture = pictures.get(i);
      variants.add(
          new EncodedVariant(
              picture.name(),
              picture.format(),
              picture.width(),
              picture.height(),
              blobs.get(i + 1)));
    }
    return new DevelopedImage(
        width, height, hasAlpha, variants, preview(blobs.getFirst()), facts, effort);
  }

  private Preview preview(byte[] pixels) throws GarbageException {
    try {
      var argb = new int[pixels.length / Integer.BYTES];
      ByteBuffer.wrap(pixels).asIntBuffer().get(argb);
      return new Preview(previewWidth, previewHeight, argb);
    } catch (IllegalArgumentException e) {
      throw new GarbageException("No preview is like this", e);
    }
  }

  private static byte[] pixels(int[] argb) {
    var pixels = ByteBuffer.allocate(argb.length * Integer.BYTES);
    pixels.asIntBuffer().put(argb);
    return pixels.array();
  }
}
