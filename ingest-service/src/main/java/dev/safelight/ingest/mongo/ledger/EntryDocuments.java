package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.mongo.ledger.Claim.State;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Entries as documents and back. */
final class EntryDocuments {

  static final String ID = "_id";
  static final String OWNER = "owner";
  static final String SHA256 = "sha256";
  static final String BYTES = "bytes";
  static final String MARKS = "marks";
  static final String STATE = "state";
  static final String RESERVED_AT = "reservedAt";
  static final String VERSION = "version";
  static final String BOOKED = "booked";
  static final String REV = "rev";

  private static final String DELETED_AT = "deletedAt";
  private static final String RESTORED_AT = "restoredAt";

  private EntryDocuments() {}

  /** Without what is null, so that sparse indexes hold only what has the field. */
  static Document write(Entry entry) {
    var document = new Document(ID, entry.id().toString());
    var content = entry.content();
    if (content != null) {
      document
          .append(OWNER, content.owner())
          .append(SHA256, content.sha256())
          .append(BYTES, content.bytes());
    }
    append(document, DELETED_AT, entry.deletion().deletedAt());
    append(document, RESTORED_AT, entry.deletion().restoredAt());
    append(document, RESERVED_AT, entry.reservedAt());
    return document
        .append(MARKS, entry.marks().stream().map(Mark::name).sorted().toList())
        .append(STATE, entry.claim().state().name())
        .append(VERSION, entry.version())
        .append(BOOKED, write(entry.booked()))
        .append(REV, entry.rev());
  }

  static Entry read(Document document) {
    return new Entry(
        UUID.fromString(document.getString(ID)),
        content(document),
        marks(document),
        new Deletion(instant(document, DELETED_AT), instant(document, RESTORED_AT)),
        instant(document, RESERVED_AT),
        document.getLong(VERSION),
        readBooking(document.get(BOOKED, Document.class)),
        document.getLong(REV));
  }

  static Document write(Booking booking) {
    return new Document(VERSION, booking.version())
        .append(STATE, booking.claim().state().name())
        .append(BYTES, booking.claim().bytes());
  }

  static Booking readBooking(Document booking) {
    return new Booking(
        booking.getLong(VERSION),
        new Claim(State.valueOf(booking.getString(STATE)), booking.getLong(BYTES)));
  }

  private static @Nullable Content content(Document document) {
    var owner = document.getString(OWNER);
    return owner == null
        ? null
        : new Content(owner, document.getString(SHA256), document.getLong(BYTES));
  }

  private static Set<Mark> marks(Document document) {
    var marks = new HashSet<Mark>();
    document.getList(MARKS, String.class).forEach(name -> marks.add(Mark.valueOf(name)));
    return marks;
  }

  private static void append(Document document, String field, @Nullable Instant at) {
    if (at != null) {
      document.append(field, Date.from(at));
    }
  }

  private static @Nullable Instant instant(Document document, String field) {
    var date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
