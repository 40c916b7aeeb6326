package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.upload.Sweep;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Drops accounts that have nothing and no limit of their own: they are as if they had never been
 * there. So of somebody who was erased nothing is left in the end.
 */
@Component
class EmptyAccounts implements Sweep {

  private final Accounts accounts;

  EmptyAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "empty-accounts";
  }

  @Override
  public Mono<Long> sweep() {
    return accounts.removeEmpty();
  }
}
