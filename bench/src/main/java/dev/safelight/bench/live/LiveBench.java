package dev.safelight.bench.live;

import dev.safelight.bench.engine.ProcessTree;
import dev.safelight.bench.service.Issuer;
import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Measures what very many listeners cost one instance, and how long they wait. Prints Markdown.
 * {@link LiveSettings} has what can be set.
 */
final class LiveBench implements AutoCloseable {

  private static final int WARM_UPS = 1000;
  private static final String LISTENERS = "safelight_metadata_live_listeners";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LiveSettings settings;
  private final Parts.Service service;
  private final Issuer issuer;
  private final Events events;
  private final Records records;
  private final Crowd crowd;
  private final Report report = new Report();

  private LiveBench(LiveSettings settings, Parts parts, Parts.Service service, Issuer issuer) {
    this.settings = settings;
    this.service = service;
    this.issuer = issuer;
    this.events = new Events(parts.kafka());
    this.records = new Records(parts.mongodb());
    this.crowd = new Crowd(service.address());
  }

  static void main() throws Exception {
    var settings = LiveSettings.fromEnvironment();
    var home = Files.createDirectories(settings.folder()).toAbsolutePath();
    var state = Files.createTempDirectory(home, "state-");
    try (var issuer = new Issuer();
        var parts = new Parts(new Jvm(settings.lib(), home.resolve("log")), state)) {
      parts.startStores("metadata");
      var environment = Map.of("SAFELIGHT_OIDC_ISSUER", issuer.url());
      var service = parts.startService("metadata-service", settings.heap(), environment);
      try (var bench = new LiveBench(settings, parts, service, issuer)) {
        var report = bench.measure();
        Files.writeString(home.resolve("report.md"), report);
        System.out.println(report);
      }
    }
  }

  private String measure() throws Exception {
    upload();
    try (var probe = new Probe(events, crowd, issuer)) {
      warmUp(probe);
      report.vitals("nobody but the probe", Vitals.of(service));
      report.latency("nobody but the probe", probe.measure(settings.changes()));
      open();
      report.vitals("listeners", Vitals.of(service));
      idle();
      report.latency("listeners", probe.measure(settings.changes()));
      wake(probe);
      hangUp();
      report.vitals("they hung up", Vitals.of(service));
      return report.toString();
    }
  }

  /** One image for each account, and nothing else. */
  private void upload() throws Exception {
    var accounts = Math.ceilDiv(settings.listeners(), Crowd.OF_ACCOUNT);
    for (int account = 0; account < accounts; account++) {
      events.upload(Crowd.image(account), Crowd.account(account * Crowd.OF_ACCOUNT));
    }
    await("uploads", () -> records.count() == accounts);
  }

  private void warmUp(Probe probe) throws Exception {
    crowd.open(Math.min(settings.listeners(), WARM_UPS), issuer);
    probe.measure(settings.changes());
    hangUp();
  }

  private void hangUp() throws InterruptedException {
    crowd.hangUp();
    await("the others to be gone", () -> service.metric(LISTENERS) == 1);
  }

  private void open() throws GeneralSecurityException {
    var began = System.nanoTime();
    crowd.open(settings.listeners(), issuer);
    report.figure("opened in, s", (System.nanoTime() - began) / 1e9);
  }

  private void idle() throws InterruptedException {
    var process = new ProcessTree(service.process());
    var heartbeats = crowd.heartbeats();
    var processor = process.cpuSeconds();
    Thread.sleep(settings.idle());
    var seconds = settings.idle().toSeconds();
    report.figure("idle: % of one processor", (process.cpuSeconds() - processor) * 100 / seconds);
    report.figure("idle: heartbeats per second", (crowd.heartbeats() - heartbeats) / seconds);
    report.figure("idle: fewest heartbeats of a listener", crowd.fewestHeartbeats());
  }

  /** Everybody's image changes, and no event tells it. */
  private void wake(Probe probe) throws Exception {
    var process = new ProcessTree(service.process());
    crowd.forget();
    records.clearAllBut(Probe.OWNER);
    var processor = process.cpuSeconds();
    events.interrupt();
    await("somebody to be told", () -> crowd.told() > 0);
    var meanwhile = probe.measureWhile(() -> crowd.told() < settings.listeners());
    report.latency("all of them are being woken", meanwhile);
    report.figure("woken all: first to last told, s", crowd.secondsOfTelling());
    report.figure("woken all: processor, s", process.cpuSeconds() - processor);
    report.figure("still open", crowd.stillOpen());
  }

  private void await(String what, BooleanSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Waited in vain for " + what + "; so far:\n" + report);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    crowd.close();
    events.close();
    records.close();
  }
}
