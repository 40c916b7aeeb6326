package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.upload.Erasable;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.ingest.upload.ledger.Usage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Limits and sums of accounts. */
@Component
class MongoQuotas implements Quotas, Erasable {

  private final Accounts accounts;
  private final long defaultLimit;

  MongoQuotas(Accounts accounts, QuotaProperties quota) {
    this.accounts = accounts;
    this.defaultLimit = quota.defaultLimit();
  }

  @Override
  public Mono<Usage> usage(String owner) {
    return accounts
        .find(owner)
        .map(
            account ->
                new Usage(
                    account.used(),
                    account.reserved(),
                    account.images(),
                    Objects.requireNonNullElse(account.limit(), defaultLimit),
                    account.limit() != null));
  }

  @Override
  public Mono<Void> limit(String owner, @Nullable Long bytes) {
    return accounts.limit(owner, bytes);
  }

  @Override
  public Mono<Void> erase(String account, Instant until) {
    return accounts.forgetLimit(account, until);
  }
}
