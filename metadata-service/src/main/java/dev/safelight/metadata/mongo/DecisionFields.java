package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.safelight.metadata.catalog.Decision;
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

  /**
   * Matches images of which nothing was decided, or was before. Of two decisions of one moment the
   * refusal counts, so that the order in which they come does not matter.
   */
  static Bson surpassedBy(Decision decision) {
    var sameMoment = eq(Fields.DECIDED_AT, decision.at());
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
}
