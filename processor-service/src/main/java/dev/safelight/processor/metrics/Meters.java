package dev.safelight.processor.metrics;

import dev.safelight.processor.process.Measurements;
import dev.safelight.processor.process.RejectionReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Timers {@code safelight.processor.phase} by {@code phase} and counters {@code
 * safelight.processor.rejected} by {@code reason}. Timers are there from the start, with zeros.
 */
@Component
class Meters implements Measurements {

  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
    for (var phase : Phase.values()) {
      timer(phase);
    }
  }

  @Override
  public void took(Phase phase, Duration time) {
    timer(phase).record(time);
  }

  @Override
  public void rejected(RejectionReason reason) {
    registry.counter("safelight.processor.rejected", "reason", lower(reason)).increment();
  }

  private Timer timer(Phase phase) {
    return registry.timer("safelight.processor.phase", "phase", lower(phase));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
