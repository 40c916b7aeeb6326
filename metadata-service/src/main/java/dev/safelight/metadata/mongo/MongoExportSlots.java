package dev.safelight.metadata.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.database.Leases;
import dev.safelight.metadata.person.ExportSlots;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lease for each account, whose name tells nobody whose it is. */
@Component
class MongoExportSlots implements ExportSlots {

  private static final Duration TERM = Duration.ofMinutes(1);

  private final Leases leases;

  MongoExportSlots(Leases leases) {
    this.leases = leases;
  }

  @Override
  public Mono<Boolean> take(String account, String holder) {
    return CatalogOutages.mono(leases.take(name(account), holder, TERM));
  }

  @Override
  public Mono<Void> giveBack(String account, String holder) {
    return CatalogOutages.mono(leases.giveBack(name(account), holder));
  }

  private static String name(String account) {
    return "export-" + UUID.nameUUIDFromBytes(account.getBytes(UTF_8));
  }
}
