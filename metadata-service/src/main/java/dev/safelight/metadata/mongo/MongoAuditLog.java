package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.audit.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each entry; its id is that of the document, so that it is kept once. */
@Component
class MongoAuditLog implements AuditLog, AuditTrail {

  private final MongoCollection<Document> audit;

  MongoAuditLog(MongoCollection<Document> audit) {
    this.audit = audit;
  }

  @Override
  public Mono<Void> record(AuditEntry entry) {
    return CatalogOutages.mono(audit.insertOne(write(entry)))
        .then()
        .onErrorResume(DuplicateKeys::caused, kept -> Mono.empty());
  }

  @Override
  public Flux<AuditEntry> list(AuditQuery query, int limit) {
    return CatalogOutages.flux(
            audit
                .find(matching(query))
                .sort(descending(AuditFields.AT, AuditFields.ID))
                .limit(limit))
        .map(MongoAuditLog::read);
  }

  @Override
  public Mono<Long> removeBefore(Instant moment) {
    return CatalogOutages.mono(audit.deleteMany(lt(AuditFields.AT, Date.from(moment))))
        .map(DeleteResult::getDeletedCount);
  }

  @Override
  public Mono<Void> forget(String account, Instant until) {
    return erase(AuditFields.ACTOR, account, until)
        .then(Mono.defer(() -> erase(AuditFields.TARGET, account, until)));
  }

  private Mono<Void> erase(String field, String account, Instant until) {
    var named = and(eq(field, account), lte(AuditFields.AT, Date.from(until)));
    return CatalogOutages.mono(audit.updateMany(named, set(field, ERASED))).then();
  }

  private static Bson matching(AuditQuery query) {
    var conditions = new ArrayList<Bson>();
    same(conditions, AuditFields.ACTOR, query.actor());
    same(conditions, AuditFields.ACTION, query.action());
    same(conditions, AuditFields.TARGET, query.target());
    if (query.period().after() != null) {
      conditions.add(gt(AuditFields.AT, Date.from(query.period().after())));
    }
    if (query.period().before() != null) {
      conditions.add(lt(AuditFields.AT, Date.from(query.period().before())));
    }
    if (query.last() != null) {
      conditions.add(beyond(query.last()));
    }
    return conditions.isEmpty() ? new Document() : and(conditions);
  }

  private static void same(List<Bson> conditions, String field, @Nullable String value) {
    if (value != null) {
      conditions.add(eq(field, value));
    }
  }

  private static Bson beyond(AuditQuery.Position last) {
    var at = Date.from(last.at());
    return or(
        lt(AuditFields.AT, at),
        and(eq(AuditFields.AT, at), lt(AuditFields.ID, last.id().toString())));
  }

  private static Document write(AuditEntry entry) {
    return new Document(AuditFields.ID, entry.id().toString())
        .append(AuditFields.AT, Date.from(entry.at()))
        .append(AuditFields.ACTOR, entry.actor())
        .append(AuditFields.ACTION, entry.action())
        .append(AuditFields.TARGET, entry.target())
        .append(AuditFields.DETAIL, entry.detail());
  }

  private static AuditEntry read(Document entry) {
    return new AuditEntry(
        UUID.fromString(entry.getString(AuditFields.ID)),
        entry.getDate(AuditFields.AT).toInstant(),
        entry.getString(AuditFields.ACTOR),
        entry.getString(AuditFields.ACTION),
        entry.getString(AuditFields.TARGET),
        entry.getString(AuditFields.DETAIL));
  }
}
