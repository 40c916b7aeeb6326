package dev.safelight.metadata.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can show who had everything erased; it does not say who that is.
 *
 * @param id identity; nobody can guess it
 * @param askedAt when it was asked for
 * @param finishedAt when all was erased; null while that is in progress
 * @param erased what that was; null while that is in progress
 */
public record Receipt(
    UUID id, Instant askedAt, @Nullable Instant finishedAt, @Nullable Tally erased) {

  /** Whether all is erased. */
  public boolean isComplete() {
    return finishedAt != null;
  }

  /** What is signed: each member in a line of its own. */
  String text() {
    var lines = "safelight receipt 1\n" + id + '\n' + askedAt + '\n';
    return finishedAt == null || erased == null
        ? lines + "in-progress"
        : lines
            + "complete\n"
            + finishedAt
            + '\n'
            + erased.images()
            + '\n'
            + erased.objects()
            + '\n'
            + erased.bytes()
            + '\n'
            + erased.items();
  }

  /** The receipt as it was when it was given out. */
  Receipt begun() {
    return new Receipt(id, askedAt, null, null);
  }

  /**
   * A receipt and what proves that it is one of ours.
   *
   * @param receipt the receipt
   * @param signature of its text
   * @param genuine whether the signature is, or that which somebody brought, is that of this
   *     receipt, as it is now or as it was given out
   */
  public record Signed(Receipt receipt, String signature, boolean genuine) {}
}
