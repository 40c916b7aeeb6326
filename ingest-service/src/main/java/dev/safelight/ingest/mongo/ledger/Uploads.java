package dev.safelight.ingest.mongo.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.DuplicateKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code uploads}: one entry per image. */
@Component
class Uploads {

  static final String COLLECTION = "uploads";

  private final MongoCollection<Document> documents;

  Uploads(MongoDatabase database) {
    this.documents = database.getCollection(COLLECTION);
  }

  Mono<Entry> find(UUID id) {
    return LedgerOutages.mono(documents.find(eq(EntryDocuments.ID, id.toString())).first())
        .map(EntryDocuments::read);
  }

  Flux<Entry> find(Collection<UUID> ids) {
    return LedgerOutages.flux(
            documents.find(in(EntryDocuments.ID, ids.stream().map(UUID::toString).toList())))
        .map(EntryDocuments::read);
  }

  /** Entries that took room before then and are not known to be announced, oldest first. */
  Flux<Entry> unannouncedSince(Instant then) {
    return LedgerOutages.flux(
            documents
                .find(lt(EntryDocuments.RESERVED_AT, Date.from(then)))
                .sort(ascending(EntryDocuments.RESERVED_AT)))
        .map(EntryDocuments::read);
  }

  /** The oldest of all that are not known to be announced. */
  Mono<Entry> oldestUnannounced() {
    return LedgerOutages.mono(
            documents
                .find(exists(EntryDocuments.RESERVED_AT))
                .sort(ascending(EntryDocuments.RESERVED_AT))
                .first())
        .map(EntryDocuments::read);
  }

  /**
   * Changes an entry, by trying again while others change it, too.
   *
   * @param change gets the entry as it is, an unknown one if there is none
   * @return the entry afterwards, which is not saved if it was equal before
   */
  Mono<Entry> change(UUID id, UnaryOperator<Entry> change) {
    return LedgerOutages.unlessOvertaken(
        find(id)
            .defaultIfEmpty(Entry.unknown(id))
            .flatMap(entry -> saved(entry, change.apply(entry))));
  }

  /** Deletes an entry if it has not changed since it was read. */
  Mono<Void> delete(Entry entry) {
    return LedgerOutages.mono(documents.deleteOne(unchanged(entry))).then();
  }

  /** Notes what an account includes, for entries that have not changed since they were read. */
  Mono<Void> book(List<Entry> entries) {
    var writes =
        entries.stream()
            .map(
                entry ->
                    new ReplaceOneModel<>(
                        unchanged(entry), EntryDocuments.write(entry.settled().saved())))
            .toList();
    return writes.isEmpty() ? Mono.empty() : LedgerOutages.mono(documents.bulkWrite(writes)).then();
  }

  private Mono<Entry> saved(Entry before, Entry after) {
    if (after.equals(before)) {
      return Mono.just(before);
    }
    var saved = after.saved();
    return (before.rev() == 0 ? insert(saved) : replace(before, saved)).thenReturn(saved);
  }

  private Mono<Void> insert(Entry entry) {
    return LedgerOutages.mono(documents.insertOne(EntryDocuments.write(entry)))
        .onErrorMap(DuplicateKeys::caused, e -> new LedgerOutages.Overtaken())
        .then();
  }

  private Mono<Void> replace(Entry before, Entry after) {
    return LedgerOutages.mono(documents.replaceOne(unchanged(before), EntryDocuments.write(after)))
        .flatMap(result -> LedgerOutages.matched(result.getMatchedCount()));
  }

  private static Bson unchanged(Entry entry) {
    return and(eq(EntryDocuments.ID, entry.id().toString()), eq(EntryDocuments.REV, entry.rev()));
  }
}
