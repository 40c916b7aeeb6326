package dev.safelight.processor.jpeg;

import dev.safelight.processor.jpeg.Component.Declared;
import dev.safelight.processor.jpeg.Component.Extent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes one JPEG. */
public final class JpegDecoder {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private final ByteBuffer in;
  private final byte[] jpeg;
  private final int edge;
  private final Extent expected;
  private final Tables tables = new Tables();
  private final Marks marks = new Marks();
  private @Nullable Frame frame;
  private int restartInterval;

  private JpegDecoder(byte[] jpeg, int reduction, Extent expected) {
    this.expected = expected;
    this.jpeg = jpeg;
    this.in = ByteBuffer.wrap(jpeg);
    this.edge = Component.EDGE / reduction;
  }

  /**
   * Decodes a picture whole, or not at all.
   *
   * @param reduction how many times smaller the result is to be: 1, 2, 4 or 8; sizes are rounded up
   * @param width of the picture in its file, which was found to be acceptable
   * @param height of the picture in its file
   * @throws JpegException if it cannot be decoded
   */
  public static JpegPixels decode(byte[] jpeg, int reduction, int width, int height) {
    try {
      return new JpegDecoder(jpeg, reduction, new Extent(width, height)).decode();
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      var cutOff = JpegException.cutOff();
      cutOff.initCause(e);
      throw cutOff;
    } catch (ArithmeticException | NegativeArraySizeException e) {
      var damaged = JpegException.damaged("The sizes make no sense");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private JpegPixels decode() {
    in.position(2);
    for (int marker = next(); marker != END_OF_IMAGE; marker = next()) {
      if (!standsAlone(marker)) {
        int length = in.getShort() & 0xFFFF;
        var segment = in.slice(in.position(), length - 2);
        in.position(in.position() + length - 2);
        read(marker, segment);
      }
    }
    return assembled(frame());
  }

  /** The next marker; whatever is before it is skipped. */
  private int next() {
    while (true) {
      if ((in.get() & 0xFF) == 0xFF) {
        int code = in.get(in.position()) & 0xFF;
        if (code != 0 && code != 0xFF) {
          in.get();
          return code;
        }
      }
    }
  }

  /** TEM, RSTn and SOI. */
  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private void read(int marker, ByteBuffer segment) {
    switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> readFrame(segment, marker == 0xC2);
      case 0xC4 -> tables.readHuffman(segment);
      case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xDC, 0xDE ->
          throw JpegException.unsupported("A rare kind of coding");
      case 0xDB -> tables.readQuantization(segment);
      case 0xDD -> restartInterval = segment.getShort() & 0xFFFF;
      case START_OF_SCAN -> readScan(segment);
      default -> marks.read(marker, segment);
    }
  }

  /** SOF: T.81, B.2.2. */
  private void readFrame(ByteBuffer segment, boolean progressive) {
    int precision = segment.get();
    int height = segment.getShort() & 0xFFFF;
    int width = segment.getShort() & 0xFFFF;
    int count = segment.get();
    if (frame != null || width == 0) {
      throw JpegException.damaged("There is not exactly one picture");
    }
    if (precision != 8 || height == 0 || (count != 1 && count != 3 && count != 4)) {
      throw JpegException.unsupported("A rare kind of samples");
    }
    if (!new Extent(width, height).equals(expected)) {
      throw new JpegException(JpegException.Fault.LARGER, "The size is not the expected one");
    }
    var declared = new ArrayList<Declared>();
    for (int i = 0; i < count; i++) {
      int id = segment.get() & 0xFF;
      int factors = segment.get();
      declared.add(declared(id, factors >> 4 & 15, factors & 15, segment.get()));
    }
    frame =
        Frame.of(
            new Extent(width, height),
            alone(declared),
            progressive,
            progressive || scans() > 1,
            edge);
  }

  private static Declared declared(int id, int across, int down, int quantization) {
    if (across < 1 || across > 4 || down < 1 || down > 4) {
      throw JpegException.damaged("A component has impossible sampling factors");
    }
    return new Declared(id, across, down, quantization);
  }

  /** The factors of a single component have no meaning. */
  private static List<Declared> alone(List<Declared> declared) {
    var first = declared.getFirst();
    return declared.size() > 1
        ? declared
        : List.of(new Declared(first.id(), 1, 1, first.quantization()));
  }

  /** Coefficients need to be kept only if there are several scans. */
  private int scans() {
    int scans = 0;
    for (int i = in.position(); i + 1 < jpeg.length; i++) {
      scans += jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) START_OF_SCAN ? 1 : 0;
    }
    return scans;
  }

  /** SOS: T.81, B.2.3. */
  private void readScan(ByteBuffer segment) {
    var parts = new ArrayList<Component>();
    for (int count = segment.get(); count > 0; count--) {
      int id = segment.get() & 0xFF;
      int slots = segment.get();
      var part = component(id);
      part.dc = tables.dc(slots >> 4);
      part.ac = tables.ac(slots);
      part.quantizeBy(tables.quantization(part.declared.quantization()));
      parts.add(part);
    }
    if (parts.isEmpty()) {
      throw JpegException.damaged("A scan of nothing");
    }
    var bits = new BitReader(jpeg, in.position());
    new Scan(frame(), parts, blocks(segment, bits), bits, restartInterval).read();
    in.position(bits.position());
  }

  private BlockReader blocks(ByteBuffer segment, BitReader bits) {
    if (!frame().progressive()) {
      return new SequentialBlocks(bits);
    }
    int first = segment.get();
    int last = segment.get();
    int shifts = segment.get();
    if (first < 0 || last < first || last > 63 || (first == 0 && last != 0)) {
      throw JpegException.damaged("A scan of impossible coefficients");
    }
    return new ProgressiveBlocks(bits, first, last, (shifts & 0xF0) != 0, shifts & 15);
  }

  private Component component(int id) {
    return frame().components().stream()
        .filter(part -> part.declared.id() == id)
        .findFirst()
        .orElseThrow(() -> JpegException.damaged("A scan of an unknown component"));
  }

  private Frame frame() {
    if (frame == null) {
      throw JpegException.damaged("There is no picture");
    }
    return frame;
  }

  private JpegPixels assembled(Frame whole) {
    whole.components().forEach(Component::transform);
    var pixels = new Assembly(whole).pixels(marks.isLuma(whole), marks.isInverted());
    return new JpegPixels(
        whole.size().width(),
        whole.size().height(),
        whole.components().size(),
        pixels,
        marks.profile());
  }
}
