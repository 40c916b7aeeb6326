package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static dev.safelight.metadata.mongo.AccessLogFields.PURPOSE;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each entry; its id is that of the document, so that it is kept once. */
@Component
class MongoAccessLog implements AccessLog {

  private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

  private final MongoCollection<Document> accesses;

  MongoAccessLog(MongoCollection<Document> accesses) {
    this.accesses = accesses;
  }

  @Override
  public Mono<Void> record(List<Access> entries) {
    var documents = entries.stream().map(AccessDocuments::write).toList();
    return CatalogOutages.mono(accesses.insertMany(documents, ANY_ORDER))
        .then()
        .onErrorResume(MongoAccessLog::isKeptAlready, kept -> Mono.empty());
  }

  @Override
  public Flux<Access> list(UUID imageId, @Nullable Position last, int limit) {
    var about = eq(AccessLogFields.IMAGE, imageId.toString());
    return CatalogOutages.flux(
            accesses
                .find(last == null ? about : and(about, beyond(last)))
                .sort(descending(AccessLogFields.AT, AccessLogFields.ID))
                .limit(limit))
        .collectList()
        .flatMapMany(this::withPurposes);
  }

  @Override
  public Mono<Long> removeBefore(Instant moment) {
    return CatalogOutages.mono(accesses.deleteMany(lt(AccessLogFields.AT, Date.from(moment))))
        .map(DeleteResult::getDeletedCount);
  }

  @Override
  public Mono<Void> eraseImage(UUID imageId) {
    return CatalogOutages.mono(accesses.deleteMany(eq(AccessLogFields.IMAGE, imageId.toString())))
        .then();
  }

  @Override
  public Mono<Void> eraseAccount(String account, Instant until) {
    var by = lte(AccessLogFields.AT, Date.from(until));
    return CatalogOutages.mono(accesses.deleteMany(and(eq(AccessLogFields.OWNER, account), by)))
        .then(
            CatalogOutages.mono(
                accesses.updateMany(
                    and(eq(AccessLogFields.ACCOUNT, account), by),
                    set(AccessLogFields.ACCOUNT, ERASED))))
        .then();
  }

  /** What a link is for was said once, when it was made. */
  private Flux<Access> withPurposes(List<Document> page) {
    var links =
        page.stream().map(MongoAccessLog::link).filter(Objects::nonNull).distinct().toList();
    var purposes = links.isEmpty() ? Mono.just(Map.<String, String>of()) : purposes(links);
    return purposes.flatMapIterable(
        found ->
            page.stream()
                .map(entry -> entry.append(PURPOSE, found.get(String.valueOf(link(entry)))))
                .map(AccessDocuments::read)
                .toList());
  }

  private Mono<Map<String, String>> purposes(List<String> links) {
    return CatalogOutages.flux(
            accesses
                .find(and(in(AccessLogFields.LINK, links), exists(PURPOSE)))
                .projection(include(AccessLogFields.LINK, PURPOSE)))
        .collectMap(entry -> String.valueOf(link(entry)), entry -> entry.getString(PURPOSE));
  }

  private static @Nullable String link(Document entry) {
    return entry.getString(AccessLogFields.LINK);
  }

  private static Bson beyond(Position last) {
    var at = Date.from(last.at());
    return or(
        lt(AccessLogFields.AT, at),
        and(eq(AccessLogFields.AT, at), lt(AccessLogFields.ID, last.id().toString())));
  }

  /** Of what is sent again after an answer that was lost, some or all is there. */
  private static boolean isKeptAlready(Throwable failure) {
    return failure instanceof MongoBulkWriteException some
        && some.getWriteConcernError() == null
        && some.getWriteErrors().stream()
            .allMatch(
                error ->
                    ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
  }
}
