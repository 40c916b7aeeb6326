package dev.safelight.processor.libvips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * libvips, loaded and set up for untrusted images: loaders that libvips itself does not trust are
 * blocked, nothing is cached from one job to the next, and a job is computed by one thread. Safe
 * for use by many threads, each with jobs of its own.
 */
public final class Vips {

  private static @Nullable Vips instance;

  private final Functions functions;
  private final String version;

  private Vips(Functions functions) {
    this.functions = functions;
    silence();
    if (functions.integer("vips_init", text("safelight")) != 0) {
      throw new VipsUnavailableException("libvips does not start", functions.error());
    }
    functions.run("vips_block_untrusted_set", 1);
    functions.run("vips_cache_set_max", 0);
    functions.run("vips_concurrency_set", 1);
    version = Foreign.text(functions.pointer("vips_version_string"));
  }

  /**
   * The library of this process. It is looked for at the path in the system property {@code
   * safelight.vips.library} or the environment variable {@code VIPS_LIBRARY}, or where libraries
   * are installed if neither is set.
   *
   * @throws VipsUnavailableException if there is none, or none that can be used
   */
  public static synchronized Vips open() {
    if (instance == null) {
      instance = new Vips(new Functions(VipsLibrary.find()));
    }
    return instance;
  }

  /**
   * Broken files make libvips write warnings to the standard error, as many as whoever sends them
   * likes. What matters of them fails a call, too. It asks for this variable when it starts.
   */
  private void silence() {
    functions.integer("g_setenv", text("VIPS_WARNING"), text("1"), 0);
  }

  /** A string that libvips may keep. */
  private static MemorySegment text(String value) {
    return Arena.global().allocateFrom(value);
  }

  /** Its version, such as {@code 8.14.1}. */
  public String version() {
    return version;
  }

  /** A new job, to be closed by the thread that began it. */
  public VipsJob begin() {
    return new VipsJob(functions);
  }

  /** Bytes of pixels that libvips holds now, in all jobs. */
  public long memory() {
    return functions.number("vips_tracked_get_mem");
  }
}
