package dev.safelight.ingest.kafka;

import dev.safelight.event.AccountErased;
import dev.safelight.event.Topics;
import dev.safelight.ingest.upload.Erasable;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Drops what is kept of accounts that were erased. What is left of their images goes with the
 * events that tell of their purge. The group is its own, as everything may take its time.
 */
@Component
class ErasureListener {

  private static final String GROUP = "${spring.application.name}-erasures";

  private final List<Erasable> all;

  ErasureListener(List<Erasable> all) {
    this.all = List.copyOf(all);
  }

  @KafkaListener(topics = Topics.ACCOUNT_ERASED, groupId = GROUP)
  void on(AccountErased event) {
    Flux.fromIterable(all)
        .concatMap(kind -> kind.erase(event.getAccountId(), event.getOccurredAt()))
        .then()
        .block();
  }
}
