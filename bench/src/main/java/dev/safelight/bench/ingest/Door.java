package dev.safelight.bench.ingest;

import java.io.IOException;

/** A way by which an image comes to the store. Safe for use by many threads. */
interface Door {

  /** What the table calls it. */
  String name();

  /** Uploads one, and returns when it is stored and answered. */
  void upload(NoiseImage image) throws IOException, InterruptedException;
}
