package dev.safelight.bench.ingest;

import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Ingest with the stores it needs and the gateway before it. Nobody scans or develops what comes
 * in, as that would take the processors from it.
 *
 * @param parts all of it
 * @param ingest the service
 * @param gateway the gateway before it
 */
record IngestAlone(Parts parts, Parts.Service ingest, Parts.Service gateway)
    implements AutoCloseable {

  /** Starts it all, with a fresh state, and waits until it takes uploads. */
  static IngestAlone start(Jvm jvm, Path home, String issuer, int heap)
      throws IOException, InterruptedException {
    var parts = new Parts(jvm, home);
    parts.startStores("ingest");
    var ingest = parts.startService("ingest-service", heap, settings(issuer, home));
    return new IngestAlone(parts, ingest, parts.startGateway(ingest, Parts.GATEWAY_HEAP));
  }

  /** Limits are checked as ever, but one user sends all of it from one address. */
  private static Map<String, String> settings(String issuer, Path home) {
    return Map.of(
        "SAFELIGHT_OIDC_ISSUER", issuer,
        "SAFELIGHT_INGEST_SPOOL_FOLDER", home.resolve("spool").toString(),
        "SAFELIGHT_INGEST_RATES_USER_LIMIT", "1000000000",
        "SAFELIGHT_INGEST_RATES_ADDRESS_LIMIT", "1000000000",
        "SAFELIGHT_INGEST_QUOTA_DEFAULT", "1000GB");
  }

  @Override
  public void close() {
    parts.close();
  }
}
