package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.mongo.ledger.Claim.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one image. Each change gives a new entry, or an equal one if there is nothing
 * new.
 *
 * @param id the image
 * @param content whose bytes it is; unknown until a reservation or the announcement tells, and
 *     forgotten after the purge
 * @param marks facts that are known
 * @param deletion when it was deleted and restored
 * @param reservedAt when room was last taken for it; null once it was announced
 * @param version rises whenever the claim changes
 * @param booked what the account includes, unless its {@code recent} says otherwise
 * @param rev rises with every change; 0 if it was never saved
 */
record Entry(
    UUID id,
    @Nullable Content content,
    Set<Mark> marks,
    Deletion deletion,
    @Nullable Instant reservedAt,
    long version,
    Booking booked,
    long rev) {

  Entry {
    marks = Set.copyOf(marks);
  }

  static Entry unknown(UUID id) {
    return new Entry(id, null, Set.of(), Deletion.NONE, null, 0, Booking.NONE, 0);
  }

  /** What follows from the facts. */
  Claim claim() {
    var state = state();
    return content == null || state == State.RELEASED
        ? Claim.NONE
        : new Claim(state, content.bytes());
  }

  /** What the account is to include. */
  Booking booking() {
    return new Booking(version, claim());
  }

  boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** Whether it can be found by its digest. */
  boolean isListed() {
    return content != null && is(Mark.ANNOUNCED);
  }

  /** Whether it will never be shown again. */
  boolean hasEnded() {
    return is(Mark.REJECTED) || is(Mark.PURGED);
  }

  /** Room is taken for it; the content is that of the latest try. */
  Entry reserved(Content content, Instant at) {
    return is(Mark.ANNOUNCED) ? this : next(content, with(Mark.WANTED), deletion, at);
  }

  /** The room is given back. */
  Entry released() {
    var rest = new HashSet<>(marks);
    rest.remove(Mark.WANTED);
    return is(Mark.ANNOUNCED) ? this : next(content, rest, deletion, reservedAt);
  }

  /** As {@link #released}, and nobody may take it up again. */
  Entry givenUp() {
    var released = released();
    return released.next(content, released.with(Mark.GIVEN_UP), deletion, reservedAt);
  }

  /** It was announced with this content; after the purge nobody's content is kept. */
  Entry announced(Content content) {
    return is(Mark.PURGED)
        ? marked(Mark.ANNOUNCED)
        : next(content, with(Mark.ANNOUNCED), deletion, null);
  }

  /** A fact that only an announced image can have. */
  Entry marked(Mark mark) {
    var all = with(Mark.ANNOUNCED);
    all.add(mark);
    return next(content, all, deletion, null);
  }

  Entry deleted(Instant at) {
    return next(content, with(Mark.ANNOUNCED), deletion.deleted(at), null);
  }

  Entry restored(Instant at) {
    return next(content, with(Mark.ANNOUNCED), deletion.restored(at), null);
  }

  /** The account includes what is claimed now, and {@code recent} no longer has to say so. */
  Entry settled() {
    var kept = is(Mark.PURGED) ? null : content;
    return new Entry(id, kept, marks, deletion, reservedAt, version, booking(), rev);
  }

  /** The same, saved once more. */
  Entry saved() {
    return new Entry(id, content, marks, deletion, reservedAt, version, booked, rev + 1);
  }

  private EnumSet<Mark> with(Mark mark) {
    var all = EnumSet.of(mark);
    all.addAll(marks);
    return all;
  }

  private Entry next(
      @Nullable Content content, Set<Mark> marks, Deletion deletion, @Nullable Instant reservedAt) {
    var next = new Entry(id, content, marks, deletion, reservedAt, version, booked, rev);
    return next.claim().equals(claim())
        ? next
        : new Entry(id, content, marks, deletion, reservedAt, version + 1, booked, rev);
  }

  private State state() {
    if (hasEnded() || deletion.holds()) {
      return State.RELEASED;
    }
    if (is(Mark.PROCESSED)) {
      return State.USED;
    }
    return is(Mark.ANNOUNCED) || is(Mark.WANTED) ? State.RESERVED : State.RELEASED;
  }
}
