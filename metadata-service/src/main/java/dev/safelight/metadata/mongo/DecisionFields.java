package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Decision;
import org.bson.Document;

/** What a moderator decided, as part of a document. */
final class DecisionFields {

  private DecisionFields() {}

  static Document write(Decision decision) {
    return new Document("approved", decision.approved())
        .append("by", decision.by())
        .append("reason", decision.reason())
        .append("at", decision.at());
  }

  static Decision read(Document decision) {
    return new Decision(
        decision.getBoolean("approved"),
        decision.getString("by"),
        decision.getString("reason"),
        decision.getDate("at").toInstant());
  }
}
