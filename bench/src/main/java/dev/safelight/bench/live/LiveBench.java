package dev.safelight.bench.live;

import dev.safelight.bench.service.Issuer;
import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
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

  /** The service, and the gateway if everybody goes through one. */
  private final List<Parts.Service> services;

  private final Issuer issuer;
  private final Events events;
  private final Records records;
  private final Crowd crowd;
  private final Report report = new Report();

  private LiveBench(
      LiveSettings settings, Parts parts, List<Parts.Service> services, Issuer issuer) {
    this.settings = settings;
    this.services = services;
    this.issuer = issuer;
    this.events = new Events(parts.kafka());
    this.records = new Records(parts.mongodb());
    this.crowd = new Crowd(services.getLast().address());
  }

  static void main() throws Exception {
    var settings = LiveSettings.fromEnvironment();
    var home = Files.createDirectories(settings.folder()).toAbsolutePath();
    var state = Files.createTempDirectory(home, "state-");
    try (var issuer = new Issuer();
        var parts = new Parts(new Jvm(settings.lib(), home.resolve("log")), state)) {
      parts.startStores("metadata");
      var services = start(parts, settings.heaps(), issuer);
      try (var bench = new LiveBench(settings, parts, services, issuer)) {
        var report = bench.measure();
        Files.writeString(home.resolve("report.md"), report);
        System.out.println(report);
      }
    }
  }

  private static List<Parts.Service> start(Parts parts, LiveSettings.Heaps heaps, Issuer issuer)
      throws IOException, InterruptedException {
    var environment = Map.of("SAFELIGHT_OIDC_ISSUER", issuer.url());
    var service = parts.startService("metadata-service", heaps.service(), environment);
    return heaps.hasGateway()
        ? List.of(service, parts.startGateway(service, heaps.gateway()))
        : List.of(service);
  }

  private String measure() throws Exception {
    upload();
    try (var probe = new Probe(events, crowd, issuer)) {
      warmUp(probe);
      vitals("nobody but the probe");
      report.latency("nobody but the probe", probe.measure(settings.changes()));
      open();
      vitals("listeners");
      idle();
      report.latency("listeners", probe.measure(settings.changes()));
      wake(probe);
      hangUp();
      vitals("they hung up");
      return report.toString();
    }
  }

  private void vitals(String when) throws IOException, InterruptedException {
    for (var service : services) {
      report.vitals(when, service.name(), Vitals.of(service));
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
    await("the others to be gone", () -> services.getFirst().metric(LISTENERS) == 1);
  }

  private void open() throws GeneralSecurityException {
    var began = System.nanoTime();
    crowd.open(settings.listeners(), issuer);
    report.figure("opened in, s", (System.nanoTime() - began) / 1e9);
  }

  private void idle() throws InterruptedException {
    var heartbeats = crowd.heartbeats();
    var processor = new ProcessorTime(services);
    Thread.sleep(settings.idle());
    processor.report(report, "idle");
    var beats = crowd.heartbeats() - heartbeats;
    report.figure("idle: heartbeats per second", beats / settings.idle().toSeconds());
    report.figure("idle: fewest heartbeats of a listener", crowd.fewestHeartbeats());
  }

  /** Everybody's image changes, and no event tells it. */
  private void wake(Probe probe) throws Exception {
    crowd.forget();
    records.clearAllBut(Probe.OWNER);
    events.interrupt();
    await("somebody to be told", () -> crowd.told() > 0);
    var processor = new ProcessorTime(services);
    var meanwhile = probe.measureWhile(() -> crowd.told() < settings.listeners());
    report.latency("all of them are being woken", meanwhile);
    report.figure("woken all: first to last told, s", crowd.secondsOfTelling());
    processor.report(report, "woken all");
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
