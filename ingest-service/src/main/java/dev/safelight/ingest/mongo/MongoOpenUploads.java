package dev.safelight.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.database.Outages;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import dev.safelight.ingest.upload.resumable.OpenUploads;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The uploads of one kind, one document each, which every change leaves right in itself. */
class MongoOpenUploads implements OpenUploads {

  private static final String ID = "_id";
  private static final String LOCK_TOKEN = "lockToken";
  private static final String LOCK_UNTIL = "lockUntil";

  private final MongoCollection<Document> uploads;

  MongoOpenUploads(MongoCollection<Document> uploads) {
    this.uploads = uploads;
  }

  @Override
  public Mono<Void> add(OpenUpload upload) {
    return mono(uploads.insertOne(OpenUploadDocuments.of(upload))).then();
  }

  @Override
  public Mono<OpenUpload> find(UUID id) {
    return mono(uploads.find(byId(id)).first()).map(OpenUploadDocuments::read);
  }

  @Override
  public Mono<Long> countOpen(String owner, Instant now) {
    return mono(
        uploads.countDocuments(
            and(
                eq(OpenUploadDocuments.OWNER, owner),
                eq(OpenUploadDocuments.COMPLETION, null),
                gt(OpenUploadDocuments.EXPIRES_AT, Date.from(now)))));
  }

  @Override
  public Mono<OpenUpload> lock(UUID id, String token, Instant now, Instant until) {
    return mono(uploads.findOneAndUpdate(
            and(byId(id), isFree(now)),
            combine(set(LOCK_TOKEN, token), set(LOCK_UNTIL, Date.from(until))),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(OpenUploadDocuments::read);
  }

  @Override
  public Mono<Boolean> renew(UUID id, String token, Instant until) {
    return changed(
        uploads.updateOne(and(byId(id), eq(LOCK_TOKEN, token)), set(LOCK_UNTIL, Date.from(until))));
  }

  @Override
  public Mono<Void> unlock(UUID id, String token) {
    return mono(uploads.updateOne(
            and(byId(id), eq(LOCK_TOKEN, token)), combine(unset(LOCK_TOKEN), unset(LOCK_UNTIL))))
        .then();
  }

  @Override
  public Mono<Boolean> append(UUID id, String token, long offset, Part part) {
    return changed(
        uploads.updateOne(
            and(byId(id), eq(LOCK_TOKEN, token), eq(OpenUploadDocuments.OFFSET, offset)),
            combine(
                inc(OpenUploadDocuments.OFFSET, part.size()),
                push(OpenUploadDocuments.PARTS, OpenUploadDocuments.of(part)))));
  }

  @Override
  public Mono<Void> complete(UUID id, Completion completion) {
    var done = set(OpenUploadDocuments.COMPLETION, OpenUploadDocuments.of(completion));
    return mono(uploads.updateOne(byId(id), done)).then();
  }

  @Override
  public Mono<Void> remove(UUID id) {
    return mono(uploads.deleteOne(byId(id))).then();
  }

  @Override
  public Flux<UUID> expired(Instant now) {
    return Outages.flux(
            uploads
                .find(and(lte(OpenUploadDocuments.EXPIRES_AT, Date.from(now)), isFree(now)))
                .projection(Projections.include(ID)))
        .onErrorMap(DatabaseUnavailableException.class, MongoOpenUploads::unavailable)
        .map(document -> UUID.fromString(document.getString(ID)));
  }

  @Override
  public Flux<UUID> of(String owner) {
    return Outages.flux(
            uploads.find(eq(OpenUploadDocuments.OWNER, owner)).projection(Projections.include(ID)))
        .onErrorMap(DatabaseUnavailableException.class, MongoOpenUploads::unavailable)
        .map(document -> UUID.fromString(document.getString(ID)));
  }

  private static Bson byId(UUID id) {
    return eq(ID, id.toString());
  }

  private static Bson isFree(Instant now) {
    return or(eq(LOCK_UNTIL, null), lte(LOCK_UNTIL, Date.from(now)));
  }

  private static Mono<Boolean> changed(Publisher<UpdateResult> update) {
    return mono(update).map(result -> result.getMatchedCount() == 1);
  }

  private static <T> Mono<T> mono(Publisher<T> operation) {
    return Outages.mono(operation)
        .onErrorMap(DatabaseUnavailableException.class, MongoOpenUploads::unavailable);
  }

  private static UploadUnavailableException unavailable(Throwable outage) {
    return new UploadUnavailableException("The uploads that have begun can't be reached", outage);
  }
}
