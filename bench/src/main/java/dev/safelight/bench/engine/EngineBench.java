package dev.safelight.bench.engine;

import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** Measures engines against each other; see the README of this module. */
final class EngineBench {

  private final EngineSettings settings;
  private final List<WorkItem> photos;
  private final List<Peer> peers;
  private final Contest contest;
  private final StringBuilder report = new StringBuilder();

  private EngineBench(EngineSettings settings, List<WorkItem> photos) {
    this.settings = settings;
    this.photos = photos;
    this.peers = new Peers(settings.folder()).matching(settings.peers());
    this.contest = new Contest(settings.folder(), photos.size(), settings.rule());
  }

  static void main() throws Exception {
    var settings = EngineSettings.fromEnvironment();
    var java = Engines.open("java", WatermarkImages.NONE);
    var bench = new EngineBench(settings, new Preparation(settings, java).run());
    bench.begin();
    for (var part : settings.parts()) {
      bench.run(part, java);
    }
  }

  private void run(String part, ImageEngine decoder) throws IOException {
    switch (part) {
      case "marked", "standard" -> speeds("Variants: " + part, peers, VariantRecipe.labelled(part));
      case "service" ->
          speeds(
              "The service on a real topic",
              new Peers(settings.folder()).service(settings.lib()),
              VariantRecipe.STANDARD);
      case "quality" ->
          say("## Quality\n\n" + new Quality(settings.folder(), decoder).table(peers, photos));
      case "avif" -> avif();
      default -> throw new IllegalArgumentException("The bench has no part " + part);
    }
  }

  private void begin() throws IOException {
    var rule = settings.rule();
    say(
        "# Engines, %s%n%n%d photos, %d rounds of about %d s each, %d s warm-up; medians.%n"
            .formatted(
                Instant.now(), photos.size(), rule.rounds(), rule.seconds(), rule.warmUpSeconds()));
  }

  private void speeds(String title, List<Peer> contestants, VariantRecipe recipe)
      throws IOException {
    var one = contest.run(contestants, recipe.label(), 1);
    var two = contest.run(contestants, recipe.label(), 2);
    say(
        "## %s%n%n%s%nLoad of the machine afterwards: %.1f%n"
            .formatted(title, SpeedTable.of(one, two), load()));
  }

  private void avif() throws IOException {
    var bare = peers.stream().filter(peer -> peer.name().equals(Peers.BARE)).findFirst();
    if (bare.isPresent()) {
      say("## AVIF\n\n" + new AvifTable(settings.folder(), contest).of(bare.get()));
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Kept at once: whatever happens later, this was measured. */
  private void say(String text) throws IOException {
    System.out.println(text);
    report.append(text).append('\n');
    Files.writeString(settings.folder().resolveSibling("engine.md"), report);
  }
}
