package dev.safelight.processor.jpeg;

/** Reads the coefficients of one block after the other from a scan. */
interface BlockReader {

  /** Reads the block of that number. */
  void read(Component component, int block);

  /** Forgets what was before a restart marker. */
  void restart();
}
