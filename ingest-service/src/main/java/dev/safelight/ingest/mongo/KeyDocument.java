package dev.safelight.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.ingest.upload.idempotency.Claim;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.ingest.upload.idempotency.KeyedRequest;
import dev.safelight.ingest.upload.idempotency.StoredAnswer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One key as it was read. */
record KeyDocument(Document document) {

  static final String ID = "_id";
  static final String ATTEMPT = "attempt";
  static final String STATE = "state";
  static final String UNTIL = "until";
  static final String EXPIRES = "expires";
  static final String SUBJECT = "subject";

  /** An attempt is at it, or was when it died. */
  static final String RUNNING = "running";

  /** The attempt failed; the seed is kept, as it may have made something all the same. */
  static final String FREE = "free";

  private static final String DONE = "done";
  private static final String FINGERPRINT = "fingerprint";
  private static final String SEED = "seed";
  private static final String STATUS = "status";
  private static final String HEADERS = "headers";
  private static final String BODY = "body";

  /**
   * What a client chose is no id of ours; a key has no line breaks, so that no two are the same.
   */
  static String id(KeyedRequest request) {
    var text = request.subject() + '\n' + request.key();
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static Document running(Claim.Granted claim, Instant now, IdempotencyTerms terms) {
    return new Document(ID, id(claim.request()))
        .append(SUBJECT, claim.request().subject())
        .append(FINGERPRINT, claim.request().fingerprint())
        .append(ATTEMPT, claim.attempt().toString())
        .append(SEED, claim.seed().toString())
        .append(STATE, RUNNING)
        .append(UNTIL, Date.from(now.plus(terms.lease())))
        .append(EXPIRES, Date.from(now.plus(terms.keep())));
  }

  static Bson answered(StoredAnswer answer, Instant expires) {
    return combine(
        set(STATE, DONE),
        set(STATUS, answer.status()),
        set(HEADERS, new Document(answer.headers())),
        set(BODY, answer.body()),
        set(EXPIRES, Date.from(expires)));
  }

  /** What somebody is to do who wants it. */
  Claim decide(Claim.Granted wanted, Instant now) {
    boolean same = wanted.request().fingerprint().equals(document.getString(FINGERPRINT));
    if (isBefore(EXPIRES, now) || (is(FREE) && !same)) {
      return wanted;
    }
    if (!same) {
      return new Claim.Reused();
    }
    if (is(DONE)) {
      return new Claim.Answered(answer());
    }
    return is(FREE) || isBefore(UNTIL, now)
        ? new Claim.Granted(
            wanted.request(), wanted.attempt(), UUID.fromString(document.getString(SEED)))
        : new Claim.InProgress();
  }

  /** Matches it unless it has changed hands or was answered. */
  Bson asRead() {
    return and(
        eq(ID, document.getString(ID)),
        eq(ATTEMPT, document.getString(ATTEMPT)),
        eq(STATE, document.getString(STATE)));
  }

  private StoredAnswer answer() {
    var headers =
        document.get(HEADERS, Document.class).entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> String.valueOf(e.getValue())));
    return new StoredAnswer(document.getInteger(STATUS), headers, document.getString(BODY));
  }

  private boolean is(String state) {
    return state.equals(document.getString(STATE));
  }

  private boolean isBefore(String field, Instant now) {
    return document.getDate(field).toInstant().isBefore(now);
  }
}
