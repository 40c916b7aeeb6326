package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image of a job: pixels in memory, or the recipe by which they are computed when they are asked
 * for. Never changed by what is done to it.
 */
public final class VipsImage {

  private final VipsJob job;
  private final MemorySegment pointer;

  VipsImage(VipsJob job, MemorySegment pointer) {
    this.job = job;
    this.pointer = pointer;
  }

  /** In pixels. */
  public int width() {
    return functions().integer("vips_image_get_width", pointer);
  }

  /** In pixels; of all pages where several are below each other. */
  public int height() {
    return functions().integer("vips_image_get_height", pointer);
  }

  /** Values for each pixel. */
  public int bands() {
    return functions().integer("vips_image_get_bands", pointer);
  }

  /** Whether the last band says how opaque a pixel is. */
  public boolean hasAlpha() {
    return functions().integer("vips_image_hasalpha", pointer) != 0;
  }

  /** What the bands mean. */
  public Interpretation interpretation() {
    return Interpretation.of(functions().integer("vips_image_get_interpretation", pointer));
  }

  /** What a band is stored as (VipsBandFormat). */
  public int format() {
    return functions().integer("vips_image_get_format", pointer);
  }

  /**
   * Does an operation that makes one image of this one, in the same job.
   *
   * @param operation such as {@code resize}
   * @throws VipsException if it cannot be done; errors in a file may show later, with its pixels
   */
  public VipsImage apply(String operation, Arguments arguments) {
    return job.combine(operation, List.of(this), arguments);
  }

  /**
   * Does an operation that makes one image of this one and another, such as {@code add}.
   *
   * @throws VipsException if it cannot be done
   */
  public VipsImage apply(String operation, VipsImage other) {
    return job.combine(operation, List.of(this, other), Arguments.none());
  }

  /**
   * This image with its pixels in memory.
   *
   * @throws VipsException if they cannot be computed
   */
  public VipsImage computed() {
    return job.own(functions().pointer("vips_image_copy_memory", pointer));
  }

  /**
   * Where the pixels of a {@link #computed} image of bytes are: to be read only, and not after its
   * job.
   */
  public MemorySegment pixels() {
    var data = functions().pointer("vips_image_get_data", pointer);
    return Foreign.view(data, (long) width() * height() * bands(), job.memory());
  }

  /**
   * Encodes this image.
   *
   * @param saver such as {@code jpegsave}
   * @throws VipsException if it cannot be computed or encoded
   */
  public byte[] save(String saver, Arguments arguments) {
    var content = job.memory().allocate(ADDRESS);
    var length = job.memory().allocate(JAVA_LONG);
    job.call().with(pointer, content, length).run(saver + "_buffer", arguments);
    var encoded = content.get(ADDRESS, 0);
    try {
      return Foreign.bytes(encoded, length.get(JAVA_LONG, 0));
    } finally {
      functions().run("g_free", encoded);
    }
  }

  /** A single value of an operation on this image, such as the {@code min} of its values. */
  public double measure(String operation) {
    var result = job.memory().allocate(JAVA_DOUBLE);
    job.call().with(pointer, result).run(operation, Arguments.none());
    return result.get(JAVA_DOUBLE, 0);
  }

  /** Metadata that is an integer. */
  public OptionalInt integer(String name) {
    var value = job.memory().allocate(JAVA_INT);
    boolean found =
        has(name) && functions().integer("vips_image_get_int", pointer, text(name), value) == 0;
    return found ? OptionalInt.of(value.get(JAVA_INT, 0)) : OptionalInt.empty();
  }

  /** Metadata that is a list of integers. */
  public Optional<int[]> integers(String name) {
    var values = job.memory().allocate(ADDRESS);
    var count = job.memory().allocate(JAVA_INT);
    if (!has(name)
        || functions().integer("vips_image_get_array_int", pointer, text(name), values, count)
            != 0) {
      return Optional.empty();
    }
    long bytes = JAVA_INT.byteSize() * count.get(JAVA_INT, 0);
    var list = Foreign.view(values.get(ADDRESS, 0), bytes, job.memory());
    return Optional.of(list.toArray(JAVA_INT));
  }

  /** Metadata that is a block of bytes. */
  public Optional<byte[]> blob(String name) {
    var data = job.memory().allocate(ADDRESS);
    var length = job.memory().allocate(JAVA_LONG);
    boolean found =
        has(name)
            && functions().integer("vips_image_get_blob", pointer, text(name), data, length) == 0;
    return found
        ? Optional.of(Foreign.bytes(data.get(ADDRESS, 0), length.get(JAVA_LONG, 0)))
        : Optional.empty();
  }

  /** Sets metadata of this image; for images that nothing was made of yet. */
  public void set(String name, int value) {
    functions().run("vips_image_set_int", pointer, text(name), value);
  }

  /** Sets metadata of this image; for images that nothing was made of yet. */
  public void set(String name, int[] values) {
    var copied = job.memory().allocateFrom(JAVA_INT, values);
    functions().run("vips_image_set_array_int", pointer, text(name), copied, values.length);
  }

  MemorySegment pointer() {
    return pointer;
  }

  private boolean has(String name) {
    return functions().number("vips_image_get_typeof", pointer, text(name)) != 0;
  }

  private MemorySegment text(String value) {
    return job.memory().allocateFrom(value);
  }

  private Functions functions() {
    return job.functions();
  }
}
