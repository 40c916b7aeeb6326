package dev.safelight.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What AVIF costs at three speeds of its encoder, through libvips alone. */
final class AvifTable {

  private static final int[] EFFORTS = {0, 2, 4};

  private final Path folder;
  private final Contest contest;

  AvifTable(Path folder, Contest contest) {
    this.folder = folder;
    this.contest = contest;
  }

  /** A row for each effort, for AVIF 1200 at quality 50 and nothing else. */
  String of(Peer bareLibvips) throws IOException {
    var table = new Table("effort (0 fastest, 9 best)", "img/s, 1 in flight", "CPU ms/img", "kB");
    for (int effort : EFFORTS) {
      var recipe = "avif-" + effort;
      var score = contest.run(List.of(bareLibvips), recipe, 1).getFirst();
      table.row(
          effort,
          score.imagesPerSecond(),
          Math.round(score.cpuMillisecondsPerImage()),
          kilobytes(bareLibvips, recipe));
    }
    return table.toString();
  }

  private double kilobytes(Peer peer, String recipe) throws IOException {
    var outputs = Files.createDirectories(folder.resolve("outputs").resolve(recipe));
    try (var running = PeerProcess.start(peer, folder, recipe, 1)) {
      running.write(outputs);
    }
    try (var files = Files.list(outputs)) {
      return files.mapToLong(file -> file.toFile().length()).average().orElse(0) / 1000;
    }
  }
}
