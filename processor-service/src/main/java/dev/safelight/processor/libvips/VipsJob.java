package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Owns all images and memory of one piece of work, and frees them when it is closed, images made
 * last first. Belongs to the thread that began it. A job may use images of another one that is
 * closed after it.
 */
public final class VipsJob implements AutoCloseable {

  /** Pixels as bytes (VipsBandFormat). */
  private static final int UCHAR = 0;

  /**
   * Metadata of images that are computed from top to bottom. Operations that look at many rows keep
   * them for such images alone: without it, scaling 24 megapixels to 1 took seven times as long.
   */
  private static final String TOP_TO_BOTTOM = "vips-sequential";

  private final Functions functions;
  private final Arena memory = Arena.ofConfined();
  private final Deque<MemorySegment> images = new ArrayDeque<>();

  VipsJob(Functions functions) {
    this.functions = functions;
  }

  /** Copies a file to where libvips can read it until this job is closed. */
  public VipsFile file(byte[] content) {
    var copy = memory.allocate(Math.max(1, content.length));
    MemorySegment.copy(content, 0, copy, JAVA_BYTE, 0, content.length);
    return new VipsFile(copy, content.length);
  }

  /**
   * Opens a file with one certain loader, which reads its header now and pixels on demand.
   *
   * @param loader such as {@code jpegload}
   * @throws VipsException if it is no such file
   */
  public VipsImage load(String loader, VipsFile file, Arguments arguments) {
    var result = memory.allocate(ADDRESS);
    call().with(file.content(), file.length(), result).run(loader + "_buffer", arguments);
    return own(result.get(ADDRESS, 0));
  }

  /**
   * Wraps pixels, which are not copied, row by row, a byte for each band.
   *
   * @param pixels at least {@code width * height * bands} bytes, not freed before this job is
   *     closed
   */
  public VipsImage wrap(
      MemorySegment pixels, int width, int height, int bands, Interpretation interpretation) {
    long size = (long) width * height * bands;
    var wrapped =
        own(
            functions.pointer(
                "vips_image_new_from_memory",
                pixels.asSlice(0, size),
                size,
                width,
                height,
                bands,
                UCHAR));
    var image =
        wrapped.apply("copy", Arguments.none().with("interpretation", interpretation.number()));
    image.set(TOP_TO_BOTTOM, 1);
    return image;
  }

  /** An image of a job that outlives this one; what is made of it here belongs to this job. */
  public VipsImage borrow(VipsImage image) {
    return new VipsImage(this, image.pointer());
  }

  /** Memory that is freed with this job, zeroed. */
  public MemorySegment allocate(long bytes) {
    return memory.allocate(bytes);
  }

  /** A matrix for operations that want one, row by row. */
  public VipsImage matrix(int width, int height, double... values) {
    var copied = memory.allocateFrom(JAVA_DOUBLE, values);
    return own(
        functions.pointer(
            "vips_image_new_matrix_from_array", width, height, copied, values.length));
  }

  /**
   * Does an operation that makes one image of others, such as {@code add}.
   *
   * @throws VipsException if it cannot be done
   */
  public VipsImage combine(String operation, List<VipsImage> inputs, Arguments arguments) {
    var result = memory.allocate(ADDRESS);
    var call = call();
    inputs.forEach(input -> call.with(input.pointer()));
    call.with(result).run(operation, arguments);
    return own(result.get(ADDRESS, 0));
  }

  /**
   * Does an operation that makes one image of a list, such as {@code arrayjoin}.
   *
   * @throws VipsException if it cannot be done
   */
  public VipsImage join(String operation, List<VipsImage> inputs, Arguments arguments) {
    var result = memory.allocate(ADDRESS);
    var array = memory.allocate(ADDRESS, inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      array.setAtIndex(ADDRESS, i, inputs.get(i).pointer());
    }
    call().with(array, result, inputs.size()).run(operation, arguments);
    return own(result.get(ADDRESS, 0));
  }

  Functions functions() {
    return functions;
  }

  Arena memory() {
    return memory;
  }

  Call call() {
    return new Call(functions, memory);
  }

  /** Takes over an image that libvips made, or fails if it made none. */
  VipsImage own(MemorySegment image) {
    if (image.equals(MemorySegment.NULL)) {
      throw functions.error();
    }
    images.push(image);
    // Bound to the arena, a pointer cannot be used after the job.
    return new VipsImage(this, Foreign.view(image, 0, memory));
  }

  @Override
  public void close() {
    while (!images.isEmpty()) {
      functions.run("g_object_unref", images.pop());
    }
    memory.close();
  }
}
