package dev.safelight.bench.engine;

import java.util.List;

/** Speeds of peers, and how they compare to the first of them. */
final class SpeedTable {

  private SpeedTable() {}

  /** In Markdown, of scores for one photo in flight and for two, of the same peers. */
  static String of(List<Score> one, List<Score> two) {
    var table =
        new Table(
            "engine",
            "img/s, 1 in flight",
            "× first row",
            "img/s, 2 in flight",
            "× first row",
            "CPU ms/img",
            "CPU × first row",
            "RSS MB, 1 / 2 in flight");
    for (int i = 0; i < one.size(); i++) {
      var single = one.get(i);
      var pair = two.get(i);
      table.row(
          single.peer(),
          single.imagesPerSecond(),
          single.imagesPerSecond() / one.getFirst().imagesPerSecond(),
          pair.imagesPerSecond(),
          pair.imagesPerSecond() / two.getFirst().imagesPerSecond(),
          Math.round(single.cpuMillisecondsPerImage()),
          one.getFirst().cpuMillisecondsPerImage() / single.cpuMillisecondsPerImage(),
          single.residentMegabytes() + " / " + pair.residentMegabytes());
    }
    return table.toString();
  }
}
