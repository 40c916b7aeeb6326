package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.Deletion;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.ImageRecord;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class MongoCatalog implements Catalog {

  private final MongoCollection<Document> images;

  MongoCatalog(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<ImageRecord> find(UUID id) {
    return CatalogOutages.mono(images.find(eq(Fields.ID, id.toString())).first())
        .doOnNext(MongoCatalog::refusePurged)
        .mapNotNull(image -> ImageDocuments.read(image).orElse(null));
  }

  private static void refusePurged(Document image) {
    if (image.containsKey(Fields.PURGE) || image.containsKey(Fields.PURGED)) {
      throw new ImagePurgedException();
    }
  }

  /** Whoever committed something since has raised the revision, so the document does not match. */
  @Override
  public Mono<Boolean> commit(ImageChange change) {
    return sought(images, change).flatMap(sought -> commit(change, sought));
  }

  private Mono<Boolean> commit(ImageChange change, Bson sought) {
    var cause = change.cause();
    var changes =
        combine(
            effect(change),
            sought,
            push(Fields.OUTBOX, ChangeDocuments.write(change)),
            set(NewestChanges.field(change), NewestChanges.write(change)),
            set(Fields.REVISION, cause.revision()),
            Bookkeeping.changed(cause.at()));
    return CatalogOutages.mono(images.updateOne(and(asItWas(cause), unsurpassed(change)), changes))
        .map(result -> result.getModifiedCount() == 1);
  }

  /** What it is found by then, for which its name is needed; and that never changes. */
  static Mono<Bson> sought(MongoCollection<Document> images, ImageChange change) {
    if (!(change instanceof ImageChange.Updated updated)) {
      return Mono.just(combine());
    }
    var named = images.find(eq(Fields.ID, change.cause().imageId().toString()));
    return CatalogOutages.mono(named.projection(include(Fields.ORIGINAL_NAME)).first())
        .map(image -> SearchFields.words(SearchFields.originalName(image), updated.details()))
        .defaultIfEmpty(combine());
  }

  private static Bson asItWas(ImageChange.Cause cause) {
    var before =
        cause.revision() == 1
            ? exists(Fields.REVISION, false)
            : eq(Fields.REVISION, cause.revision() - 1);
    return and(
        eq(Fields.ID, cause.imageId().toString()),
        exists(Fields.UPLOAD),
        exists(Fields.PURGE, false),
        before);
  }

  /** A classifier may have decided since, which does not raise the revision. */
  private static Bson unsurpassed(ImageChange change) {
    return change instanceof ImageChange.Moderated moderated
        ? DecisionFields.surpassedBy(moderated.decision(), change.cause().eventId())
        : Filters.empty();
  }

  static Bson effect(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated ->
          combine(
              set(Fields.DETAILS, DetailsFields.write(updated.details())),
              set(Fields.PRIMARY, updated.curation().standing().primary()),
              set(Fields.ITEM_VERSION, updated.curation().standing().itemVersion()),
              set(Fields.LINKS_VALID_FROM, updated.curation().linksValidFrom()),
              set(Fields.ON_HOLD, updated.curation().onHold()));
      case ImageChange.Deleted deleted ->
          deleted.isFinal()
              ? combine(deletion(deleted), set(Fields.PURGE, deleted.cause().at()))
              : deletion(deleted);
      case ImageChange.Restored restored -> unset(Fields.DELETION);
      case ImageChange.Moderated(var cause, var decision) ->
          set(Fields.DECISION, DecisionFields.write(decision, cause.eventId(), cause.revision()));
      case ImageChange.Purged purged ->
          throw new UnsupportedOperationException("The graveyard puts an end to records");
    };
  }

  private static Bson deletion(ImageChange.Deleted deleted) {
    var cause = deleted.cause();
    var by = Objects.requireNonNullElse(cause.by(), "");
    var deletion = new Deletion(cause.at(), by, deleted.restorableUntil());
    return set(Fields.DELETION, DeletionFields.write(deletion));
  }
}
