package dev.safelight.bench.engine;

import java.io.IOException;

/**
 * What one peer did in one go.
 *
 * @param images photos developed
 * @param seconds from the first to the last
 * @param cpuSeconds processor time of all its processes
 * @param residentBytes most memory of all its processes at one time
 */
record Round(int images, double seconds, double cpuSeconds, long residentBytes) {

  /** Has all photos developed so many times. */
  static Round of(PeerProcess peer, int passes, int photos) throws IOException {
    var tree = peer.tree();
    double cpu = tree.cpuSeconds();
    try (var memory = new MemoryWatch(tree)) {
      long began = System.nanoTime();
      peer.pass(passes);
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Round(passes * photos, seconds, tree.cpuSeconds() - cpu, memory.highest());
    }
  }

  double imagesPerSecond() {
    return images / seconds;
  }

  double cpuMillisecondsPerImage() {
    return 1000 * cpuSeconds / images;
  }
}
