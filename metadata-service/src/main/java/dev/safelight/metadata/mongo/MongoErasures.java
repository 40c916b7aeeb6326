package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.person.Erasures;
import dev.safelight.metadata.person.Piece;
import dev.safelight.metadata.person.Tally;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One document for each erasure, and one for each thing that it erases, in a collection of their
 * own until the sum of them is known.
 */
@Component
class MongoErasures implements Erasures {

  private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> erasures;
  private final MongoCollection<Document> pieces;

  MongoErasures(MongoCollection<Document> erasures, MongoCollection<Document> erasedPieces) {
    this.erasures = erasures;
    this.pieces = erasedPieces;
  }

  /** Of an account, one alone can have the field that says that it is in progress. */
  @Override
  public Mono<Erasure> begin(Erasure wanted) {
    var begun =
        CatalogOutages.mono(erasures.find(eq(ErasureFields.IN_PROGRESS, wanted.account())).first());
    return begun
        .map(ErasureFields::read)
        .switchIfEmpty(
            CatalogOutages.mono(erasures.insertOne(ErasureFields.write(wanted))).thenReturn(wanted))
        .onErrorResume(DuplicateKeys::caused, raced -> begun.map(ErasureFields::read));
  }

  @Override
  public Mono<Erasure> find(UUID id) {
    return CatalogOutages.mono(erasures.find(eq(ErasureFields.ID, id.toString())).first())
        .map(ErasureFields::read);
  }

  @Override
  public Flux<Erasure> inProgress() {
    return CatalogOutages.flux(
            erasures
                .find(exists(ErasureFields.IN_PROGRESS))
                .sort(ascending(ErasureFields.ASKED_AT)))
        .map(ErasureFields::read);
  }

  @Override
  public Flux<Erasure> watched() {
    return CatalogOutages.flux(
            erasures.find(and(exists(ErasureFields.ACCOUNT), exists(ErasureFields.COMPLETION))))
        .map(ErasureFields::read);
  }

  @Override
  public Mono<Void> note(UUID id, Piece piece) {
    var key = id + " " + piece.id();
    return CatalogOutages.mono(
            pieces.replaceOne(
                eq(ErasureFields.ID, key),
                ErasureFields.write(piece.tally())
                    .append(ErasureFields.ID, key)
                    .append(ErasureFields.ERASURE, id.toString()),
                OR_INSERT))
        .then();
  }

  @Override
  public Mono<Tally> tally(UUID id) {
    var sums = ErasureFields.COUNTS.stream().map(field -> sum(field, "$" + field)).toList();
    return CatalogOutages.mono(
            pieces.aggregate(
                List.of(
                    match(eq(ErasureFields.ERASURE, id.toString())),
                    group(ErasureFields.ERASURE, sums))))
        .map(ErasureFields::readTally)
        .defaultIfEmpty(Tally.NONE);
  }

  @Override
  public Mono<Void> complete(UUID id, Erasure.Completion completion) {
    return CatalogOutages.mono(
            erasures.updateOne(
                and(eq(ErasureFields.ID, id.toString()), exists(ErasureFields.IN_PROGRESS)),
                combine(
                    set(ErasureFields.COMPLETION, ErasureFields.write(completion)),
                    unset(ErasureFields.IN_PROGRESS))))
        .then(Mono.defer(() -> forgetPieces(id)));
  }

  @Override
  public Mono<Void> forgetAccount(UUID id) {
    return forgetPieces(id)
        .then(
            Mono.defer(
                () ->
                    CatalogOutages.mono(
                        erasures.updateOne(
                            eq(ErasureFields.ID, id.toString()), unset(ErasureFields.ACCOUNT)))))
        .then();
  }

  private Mono<Void> forgetPieces(UUID id) {
    return CatalogOutages.mono(pieces.deleteMany(eq(ErasureFields.ERASURE, id.toString()))).then();
  }
}
