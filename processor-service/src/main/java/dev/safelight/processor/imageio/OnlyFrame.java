package dev.safelight.processor.imageio;

import dev.safelight.processor.process.SourceImage;

/** A still picture. */
record OnlyFrame(SourceImage source) implements StoredFrames {

  @Override
  public int plays() {
    return 1;
  }

  @Override
  public StoredFrame next() {
    return new StoredFrame(source, 0, 0, 0, false, StoredFrame.Disposal.KEEP);
  }
}
