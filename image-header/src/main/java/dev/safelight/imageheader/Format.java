package dev.safelight.imageheader;

import java.io.IOException;

/** One container format: how to recognise it and where it keeps its dimensions. */
interface Format {

  /** Whether the content begins as this format does; never fails on content. */
  boolean matches(HeaderInput in) throws IOException;

  /**
   * Reads the header of content that matches.
   *
   * @throws MalformedImageException if the content is not what it began as
   */
  ImageHeader read(HeaderInput in) throws IOException;
}
