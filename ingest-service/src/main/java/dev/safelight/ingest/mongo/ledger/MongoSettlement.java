package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.upload.ledger.Fact;
import dev.safelight.ingest.upload.ledger.Settlement;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the facts of events into the ledger. */
@Component
class MongoSettlement implements Settlement {

  private final Uploads uploads;
  private final Digests digests;
  private final Transitions transitions;

  MongoSettlement(Uploads uploads, Digests digests, Transitions transitions) {
    this.uploads = uploads;
    this.digests = digests;
    this.transitions = transitions;
  }

  @Override
  public Mono<Void> settle(Fact fact) {
    return switch (fact) {
      case Fact.Uploaded(var id, var owner, var sha256, var bytes, var at) ->
          announced(id, new Content(owner, sha256, bytes));
      case Fact.Processed(var id) ->
          transitions.apply(id, entry -> entry.marked(Mark.PROCESSED)).then();
      case Fact.Deleted(var id, var at) -> transitions.apply(id, entry -> entry.deleted(at)).then();
      case Fact.Restored(var id, var at) ->
          transitions.apply(id, entry -> entry.restored(at)).then();
      case Fact.Rejected(var id) -> ended(id, Mark.REJECTED);
      case Fact.Purged(var id) -> ended(id, Mark.PURGED);
    };
  }

  /**
   * The digest before the entry, so that whoever is marked as announced is found by it; unless the
   * end of the image was heard of already.
   */
  private Mono<Void> announced(UUID id, Content content) {
    return uploads
        .find(id)
        .defaultIfEmpty(Entry.unknown(id))
        .filter(entry -> !entry.hasEnded() && !entry.isListed())
        .flatMap(entry -> digests.add(content, id))
        .then(Mono.defer(() -> transitions.apply(id, entry -> entry.announced(content))))
        .flatMap(entry -> entry.hasEnded() ? digests.remove(content, id) : Mono.empty());
  }

  private Mono<Void> ended(UUID id, Mark mark) {
    return transitions
        .apply(id, entry -> entry.marked(mark))
        .mapNotNull(Entry::content)
        .flatMap(content -> digests.remove(content, id));
  }
}
