package dev.safelight.ingest.upload.ledger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How much each owner may have. Everything fails with {@link
 * dev.safelight.ingest.upload.UploadUnavailableException} while it can't be reached.
 */
public interface Quotas {

  /** What an owner has; nothing for one who never uploaded. */
  Mono<Usage> usage(String owner);

  /** Gives an owner a limit of its own; null for the default. What is over it already stays. */
  Mono<Void> limit(String owner, @Nullable Long bytes);
}
