package dev.safelight.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Peers in turn, A B A B, on the same photos: whatever else the machine does meanwhile meets them
 * all.
 *
 * @param folder of the bench
 * @param photos how many there are
 * @param rule how long and how often
 */
record Contest(Path folder, int photos, Rule rule) {

  /**
   * How long and how often.
   *
   * @param rounds for each peer
   * @param seconds a round takes about, as whole passes over the photos
   * @param warmUpSeconds each peer works before its first round, for at least one pass
   */
  record Rule(int rounds, int seconds, int warmUpSeconds) {}

  /** Measures all peers, in their order. */
  List<Score> run(List<Peer> peers, String recipe, int inFlight) throws IOException {
    var running = new ArrayList<PeerProcess>();
    try {
      for (var peer : peers) {
        running.add(PeerProcess.start(peer, folder, recipe, inFlight));
      }
      return scores(running);
    } finally {
      for (var process : running) {
        process.close();
      }
    }
  }

  private List<Score> scores(List<PeerProcess> peers) throws IOException {
    var contestants = new ArrayList<Contestant>();
    for (var peer : peers) {
      contestants.add(new Contestant(peer, passesOfRound(peer), new ArrayList<>()));
    }
    for (int i = 0; i < rule.rounds(); i++) {
      for (var each : contestants) {
        var round = Round.of(each.peer(), each.passes(), photos);
        each.rounds().add(round);
        tell(each.peer().name(), round);
      }
    }
    return contestants.stream()
        .map(each -> new Score(each.peer().name(), List.copyOf(each.rounds())))
        .toList();
  }

  private record Contestant(PeerProcess peer, int passes, List<Round> rounds) {}

  /** A long run should be seen to move. */
  private static void tell(String peer, Round round) {
    System.err.printf(
        Locale.ROOT,
        "%s: %.2f img/s, %.0f CPU ms/img%n",
        peer,
        round.imagesPerSecond(),
        round.cpuMillisecondsPerImage());
  }

  /** Warms up, and learns from the last pass how many of them a round is. */
  private int passesOfRound(PeerProcess peer) throws IOException {
    long began = System.nanoTime();
    double last;
    do {
      last = Round.of(peer, 1, photos).seconds();
    } while ((System.nanoTime() - began) / 1e9 < rule.warmUpSeconds());
    return (int) Math.max(1, Math.round(rule.seconds() / last));
  }
}
