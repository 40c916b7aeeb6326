package dev.safelight.bench.live;

import dev.safelight.bench.engine.ProcessTree;
import dev.safelight.bench.service.Parts;
import java.util.List;

/** The processor time that services take from some moment on. */
final class ProcessorTime {

  private final long began = System.nanoTime();
  private final List<Share> shares;

  private record Share(String name, ProcessTree process, double before) {

    static Share of(Parts.Service service) {
      var process = new ProcessTree(service.process());
      return new Share(service.name(), process, process.cpuSeconds());
    }

    double seconds() {
      return process.cpuSeconds() - before;
    }
  }

  ProcessorTime(List<Parts.Service> services) {
    shares = services.stream().map(Share::of).toList();
  }

  /** Reports what they took until now. */
  void report(Report report, String when) {
    var seconds = (System.nanoTime() - began) / 1e9;
    for (var share : shares) {
      var of = when + ": " + share.name();
      report.figure(of + ", processor s", share.seconds());
      report.figure(of + ", % of one processor", share.seconds() * 100 / seconds);
    }
  }
}
