package dev.safelight.e2e;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Fates;
import dev.safelight.e2e.api.Uploaders;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever dies at whatever moment, a promise that was given is kept. */
@OnStack
@Order(90)
class KillIT {

  private final SafelightStack stack;
  private final Client demo;

  KillIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stores", "ingest", "scanner", "processor", "metadata", "gateway", "clamd"})
  void partKilledInMidFlightLosesNoUpload(String part) {
    try (var uploaders = new Uploaders(demo)) {
      uploaders.awaitMore(10);
      stack.parts().kill(part);
      uploaders.awaitMore(10);

      var fates = new Fates(demo);
      var promised = uploaders.stop();
      fates.assertAllBecomeReady(promised);
      fates.assertOneRecordEach(promised);
    }
  }
}
