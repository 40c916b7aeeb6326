package dev.safelight.metadata.web;

import dev.safelight.metadata.person.Receipt;
import dev.safelight.metadata.person.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receipt as the API shows it. */
record ReceiptJson(
    String id,
    String state,
    Instant askedAt,
    @Nullable Instant finishedAt,
    @Nullable Tally erased,
    String signature,
    boolean genuine) {

  static ReceiptJson of(Receipt.Signed signed) {
    var receipt = signed.receipt();
    return new ReceiptJson(
        receipt.id().toString(),
        receipt.isComplete() ? "complete" : "in-progress",
        receipt.askedAt(),
        receipt.finishedAt(),
        receipt.erased(),
        signed.signature(),
        signed.genuine());
  }
}
