package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageChange;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a moderator decided, as part of a document. */
final class DecisionFields {

  private DecisionFields() {}

  static Document write(Decision decision) {
    return new Document("approved", decision.approved())
        .append("by", decision.by())
        .append("reason", decision.reason())
        .append("at", decision.at());
  }

  /** With what it takes to tell it again as the same fact. */
  static Document write(Decision decision, UUID eventId, long revision) {
    return write(decision)
        .append(Fields.EVENT_ID, eventId.toString())
        .append(Fields.REVISION, revision);
  }

  /**
   * Matches images of which nothing was decided, or was before. Of two decisions of one moment the
   * refusal counts, so that the order in which they come does not matter. The same one does not
   * surpass itself where whoever decided was erased since.
   */
  static Bson surpassedBy(Decision decision, UUID eventId) {
    var sameMoment =
        and(eq(Fields.DECIDED_AT, decision.at()), ne(Fields.DECISION_EVENT, eventId.toString()));
    var weaker =
        decision.approved()
            ? and(eq(Fields.APPROVED, true), lt(Fields.DECIDED_BY, decision.by()))
            : or(eq(Fields.APPROVED, true), lt(Fields.DECIDED_BY, decision.by()));
    return or(
        exists(Fields.DECISION, false),
        lt(Fields.DECIDED_AT, decision.at()),
        and(sameMoment, weaker));
  }

  static Decision read(Document decision) {
    return new Decision(
        decision.getBoolean("approved"),
        decision.getString("by"),
        decision.getString("reason"),
        decision.getDate("at").toInstant());
  }

  /** Whose the image is, is neither known with a decision nor told with it. */
  static ImageChange.Moderated read(UUID imageId, Document document) {
    var decision = read(document);
    var cause =
        new ImageChange.Cause(
            UUID.fromString(document.getString(Fields.EVENT_ID)),
            imageId,
            "",
            decision.by(),
            decision.at(),
            document.getLong(Fields.REVISION));
    return new ImageChange.Moderated(cause, decision);
  }
}
