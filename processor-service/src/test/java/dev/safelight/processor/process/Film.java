package dev.safelight.processor.process;

import dev.safelight.processor.scene.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * An animated variant as a browser shows it.
 *
 * @param plays how often; 0 for without end
 * @param frames what is seen on the canvas, one after the other
 * @param millis how long each is seen
 */
record Film(int plays, List<BufferedImage> frames, List<Integer> millis) {

  private static final int CHUNK_HEADER = 8;

  static Film of(EncodedVariant variant) {
    try {
      return switch (variant.format()) {
        case GIF -> gif(variant);
        case WEBP -> webp(variant);
        default -> throw new IllegalArgumentException("No film: " + variant.format());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Film gif(EncodedVariant variant) throws IOException {
    var screen = new Screen(variant.width(), variant.height());
    var film = new Film(gifPlays(variant.content()), new ArrayList<>(), new ArrayList<>());
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(variant.content())));
    for (int i = 0; i < reader.getNumImages(true); i++) {
      var tree = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
      var place = new Attributes(tree, "ImageDescriptor");
      var control = new Attributes(tree, "GraphicControlExtension");
      film.frames.add(
          screen.show(
              reader.read(i),
              place.number("imageLeftPosition"),
              place.number("imageTopPosition"),
              control.text("disposalMethod").startsWith("restoreToBackground"),
              control.text("disposalMethod").startsWith("restoreToPrevious"),
              true));
      film.millis.add(10 * control.number("delayTime"));
    }
    return film;
  }

  /** Without the extension it is shown once; with it, as many times more as that says. */
  private static int gifPlays(byte[] gif) {
    var text = new String(gif, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = text.indexOf("NETSCAPE2.0");
    if (at < 0) {
      return 1;
    }
    int repeats = (gif[at + 13] & 0xFF) | (gif[at + 14] & 0xFF) << 8;
    return repeats == 0 ? 0 : repeats + 1;
  }

  private static Film webp(EncodedVariant variant) throws IOException {
    var screen = new Screen(variant.width(), variant.height());
    var in = ByteBuffer.wrap(variant.content()).order(ByteOrder.LITTLE_ENDIAN);
    int plays = Chunks.webp(variant.content(), "ANIM").orElseThrow().getShort(4) & 0xFFFF;
    var film = new Film(plays, new ArrayList<>(), new ArrayList<>());
    for (int at = 12; at < in.limit(); at += CHUNK_HEADER + even(in.getInt(at + 4))) {
      if (in.getInt(at) == ('A' | 'N' << 8 | 'M' << 16 | 'F' << 24)) {
        int frame = at + CHUNK_HEADER;
        int end = frame + in.getInt(at + 4);
        var still = still(Arrays.copyOfRange(variant.content(), frame + 16, end), in, frame);
        film.frames.add(
            screen.show(
                ImageIO.read(new ByteArrayInputStream(still)),
                2 * u24(in, frame),
                2 * u24(in, frame + 3),
                (in.get(frame + 15) & 1) != 0,
                false,
                (in.get(frame + 15) & 2) == 0));
        film.millis.add(u24(in, frame + 12));
      }
    }
    return film;
  }

  /** A frame's chunks as a file of its own. */
  private static byte[] still(byte[] chunks, ByteBuffer in, int frame) {
    var file = ByteBuffer.allocate(30 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    file.putInt(22 + chunks.length);
    file.put("WEBPVP8X".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(10);
    file.putInt(chunks[0] == 'A' || chunks[3] == 'L' ? 0x10 : 0);
    for (int i = 0; i < 6; i++) {
      file.put(in.get(frame + 6 + i));
    }
    return file.put(chunks).array();
  }

  private static int even(int length) {
    return length + (length & 1);
  }

  private static int u24(ByteBuffer in, int at) {
    return (in.getShort(at) & 0xFFFF) | (in.get(at + 2) & 0xFF) << 16;
  }

  /** Attributes of one element. */
  private record Attributes(org.w3c.dom.Node tree, String element) {
    String text(String name) {
      for (var child = tree.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeName().equals(element)) {
          return child.getAttributes().getNamedItem(name).getNodeValue();
        }
      }
      return "0";
    }

    int number(String name) {
      return Integer.parseInt(text(name));
    }
  }

  /** Where frames are laid over each other. */
  private static final class Screen {

    private BufferedImage canvas;

    Screen(int width, int height) {
      this.canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    BufferedImage show(
        BufferedImage frame, int left, int top, boolean clear, boolean restore, boolean blend) {
      var before = Samples.as(canvas, BufferedImage.TYPE_INT_ARGB);
      for (int y = 0; y < frame.getHeight(); y++) {
        for (int x = 0; x < frame.getWidth(); x++) {
          int color = frame.getRGB(x, y);
          if (!blend || color >>> 24 > 127) {
            canvas.setRGB(left + x, top + y, color);
          }
        }
      }
      var shown = Samples.as(canvas, BufferedImage.TYPE_INT_ARGB);
      if (restore) {
        canvas = before;
      } else if (clear) {
        int width = frame.getWidth();
        canvas.setRGB(
            left, top, width, frame.getHeight(), new int[width * frame.getHeight()], 0, width);
      }
      return shown;
    }
  }
}
