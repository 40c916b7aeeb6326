package dev.safelight.bench.live;

import dev.safelight.bench.engine.Table;

/** What was measured so far, in Markdown. */
final class Report {

  private final Table vitals = new Table("open", "of", "heap MB", "RSS MB", "threads");
  private final Table latencies = new Table("a change is told after, ms", "p50", "p99", "most");
  private final Table figures = new Table("", "");

  void vitals(String when, String service, Vitals how) {
    vitals.row(when, service, how.heap(), how.resident(), how.threads());
  }

  void latency(String when, Probe.Latency latency) {
    latencies.row(when, latency.quantile(0.5), latency.quantile(0.99), latency.quantile(1));
  }

  void figure(String name, Object value) {
    figures.row(name, value);
  }

  @Override
  public String toString() {
    return vitals + "\n" + latencies + "\n" + figures;
  }
}
