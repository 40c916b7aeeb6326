package dev.safelight.metadata.person;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes people at their word who want everything erased, and shows them what became of it. */
public class ErasureService {

  private final Erasures erasures;
  private final AuditLog audit;
  private final Signatures signatures;
  private final Clock clock;

  /** Composes the service. */
  public ErasureService(Erasures erasures, AuditLog audit, Signatures signatures, Clock clock) {
    this.erasures = erasures;
    this.audit = audit;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** Has everything of an account erased; the same as before where that is in progress. */
  public Mono<Receipt.Signed> erase(String account) {
    return Mono.defer(() -> erasures.begin(wanted(account)))
        .delayUntil(begun -> audit.record(entry(begun, account)))
        .map(begun -> signed(begun, null));
  }

  /**
   * A receipt; empty if there is none.
   *
   * @param brought a signature that somebody wants to have checked; null for our own
   */
  public Mono<Receipt.Signed> receipt(UUID id, @Nullable String brought) {
    return erasures.find(id).map(erasure -> signed(erasure, brought));
  }

  private Erasure wanted(String account) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Erasure(UUID.randomUUID(), account, now, null);
  }

  private static AuditEntry entry(Erasure erasure, String account) {
    return new AuditEntry(
        erasure.id(), erasure.askedAt(), account, "account.erased", erasure.id().toString(), "");
  }

  /** The signature is kept with the counts, so that it tells if somebody changed them since. */
  private Receipt.Signed signed(Erasure erasure, @Nullable String brought) {
    var receipt = erasure.receipt();
    var completion = erasure.completion();
    var signature =
        completion == null
            ? signatures.sign(Purpose.RECEIPT, receipt.text())
            : completion.signature();
    return new Receipt.Signed(
        receipt, signature, isGenuine(receipt, brought == null ? signature : brought));
  }

  private boolean isGenuine(Receipt receipt, String signature) {
    return signatures.isGenuine(Purpose.RECEIPT, receipt.text(), signature)
        || signatures.isGenuine(Purpose.RECEIPT, receipt.begun().text(), signature);
  }
}
