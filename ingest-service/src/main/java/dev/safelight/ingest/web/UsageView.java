package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.ledger.Usage;

/** Usage as the API tells it, in bytes. */
record UsageView(long used, long reserved, long limit, long remaining, long images) {

  static UsageView of(Usage usage) {
    return new UsageView(
        usage.used(), usage.reserved(), usage.limit(), usage.remaining(), usage.images());
  }
}
