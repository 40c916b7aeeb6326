package dev.safelight.processor.worker;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * By what images are developed, and what one of them may cost.
 *
 * @param engine name of the engine ({@code vips} or {@code java}), or {@code auto} for the best
 *     that this machine has
 * @param isolation whether decoders run in processes of their own or in the service's
 * @param workers images developed at the same time, each in a process of its own; 0 for one for
 *     each core
 * @param timeLimit longest that one image may take
 * @param memoryLimit most memory of a worker, all that its process holds. With the engine that is
 *     in Java alone, three quarters of it are its heap
 * @param recycleAfter images after which a worker is replaced
 * @param maxResult largest sum of all that is made of one image; it is held in memory
 * @param photoFacts whether to tell what the camera noted: when the picture was taken, by which
 *     camera and lens. Never where or by whom
 */
@Validated
@ConfigurationProperties("safelight.processor")
record WorkerProperties(
    @DefaultValue("auto") @NotBlank String engine,
    @DefaultValue("process") Isolation isolation,
    @DefaultValue("0") @PositiveOrZero int workers,
    @DefaultValue("60s") Duration timeLimit,
    @DefaultValue("2GB") DataSize memoryLimit,
    @DefaultValue("1000") @Min(1) int recycleAfter,
    @DefaultValue("128MB") DataSize maxResult,
    @DefaultValue("false") boolean photoFacts) {

  private static final DataSize LEAST_MEMORY = DataSize.ofMegabytes(256);

  /** Where decoders run. */
  enum Isolation {
    /** In worker processes, which may be killed. */
    PROCESS,
    /** In the service's own process: faster to start, and what a decoder does, the service does. */
    NONE
  }

  WorkerProperties {
    if (!timeLimit.isPositive()) {
      throw new IllegalArgumentException("safelight.processor.time-limit must be positive");
    }
    if (memoryLimit.compareTo(LEAST_MEMORY) < 0) {
      throw new IllegalArgumentException("safelight.processor.memory-limit must be at least 256MB");
    }
    if (maxResult.toBytes() < 1 || maxResult.toGigabytes() >= 2) {
      throw new IllegalArgumentException("safelight.processor.max-result must be below 2GB");
    }
  }

  int places() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }
}
