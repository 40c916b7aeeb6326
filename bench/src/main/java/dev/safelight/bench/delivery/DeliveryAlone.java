package dev.safelight.bench.delivery;

import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The catalog with the stores it needs: one instance that sends pictures itself, and one that sends
 * readers to the store.
 *
 * @param parts all of it
 * @param streaming the instance that sends pictures itself
 * @param redirecting the other one
 */
record DeliveryAlone(Parts parts, Parts.Service streaming, Parts.Service redirecting)
    implements AutoCloseable {

  /** Starts it all, with a fresh state, and waits until it answers. */
  static DeliveryAlone start(Jvm jvm, Path home, int heap)
      throws IOException, InterruptedException {
    var parts = new Parts(jvm, home);
    parts.startStores("metadata");
    return new DeliveryAlone(
        parts, catalog(parts, "stream", heap), catalog(parts, "redirect", heap));
  }

  /** Public pictures are read without a token, so nobody signs in. */
  private static Parts.Service catalog(Parts parts, String mode, int heap)
      throws IOException, InterruptedException {
    var settings =
        Map.of(
            "SAFELIGHT_OIDC_ISSUER",
            "http://127.0.0.1:1",
            "SAFELIGHT_METADATA_DELIVERY_MODE",
            mode);
    return parts.startService("metadata-service", heap, settings);
  }

  @Override
  public void close() {
    parts.close();
  }
}
