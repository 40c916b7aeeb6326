package dev.safelight.bench.live;

import dev.safelight.bench.Quantiles;
import dev.safelight.bench.service.Issuer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One listener who measures how long it takes until a change is told. */
final class Probe implements AutoCloseable {

  static final String OWNER = "probe";
  private static final int PATIENCE_SECONDS = 60;

  private final Events events;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Ear ear;

  Probe(Events events, Crowd crowd, Issuer issuer) throws GeneralSecurityException {
    this.events = events;
    this.ear = crowd.one("/api/events", issuer.token(OWNER), told::add);
    ear.opened().block();
  }

  /** Milliseconds of so many changes, one after the other. */
  Latency measure(int changes) throws Exception {
    var milliseconds = new ArrayList<Double>();
    for (int i = 0; i < changes; i++) {
      milliseconds.add(change());
    }
    return new Latency(milliseconds);
  }

  /** Milliseconds of changes, one after the other, as long as that is so. */
  Latency measureWhile(BooleanSupplier so) throws Exception {
    var milliseconds = new ArrayList<Double>();
    do {
      milliseconds.add(change());
    } while (so.getAsBoolean());
    return new Latency(milliseconds);
  }

  /** How long changes took, in milliseconds. */
  record Latency(List<Double> all) {

    double quantile(double part) {
      return Quantiles.of(all, part);
    }
  }

  private double change() throws Exception {
    var image = UUID.randomUUID();
    var began = System.nanoTime();
    events.upload(image, OWNER);
    var heard = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (heard == null || !heard.contains(image.toString())) {
      throw new IllegalStateException("Told of %s instead of %s".formatted(heard, image));
    }
    return (System.nanoTime() - began) / 1e6;
  }

  @Override
  public void close() {
    ear.close();
  }
}
