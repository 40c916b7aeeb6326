package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;

import java.time.Instant;
import org.bson.conversions.Bson;

/** What every change of an image's document does besides. */
final class Bookkeeping {

  private Bookkeeping() {}

  /**
   * Counts a change.
   *
   * @param at when what is told happened, which may be long before the database hears of it
   */
  static Bson changed(Instant at) {
    return combine(
        inc(Fields.VERSION, 1L), max(Fields.UPDATED_AT, at), currentDate(Fields.STORED_AT));
  }
}
