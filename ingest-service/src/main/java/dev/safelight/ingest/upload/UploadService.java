package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Checks first, stores second, announces third: an event never names bytes that don't exist. */
public class UploadService {

  /** Media types of what is taken. */
  public static final List<String> ALLOWED_TYPES = ImageInspector.ALLOWED_TYPES;

  private static final Logger log = System.getLogger(UploadService.class.getName());

  private final ImageLimits limits;
  private final Admission admission;
  private final Rates rates;
  private final Ledger ledger;
  private final Quarantine quarantine;
  private final Announcer announcer;
  private final Clock clock;
  private final ImageIds ids;

  /** Joins the parts; {@code clock} dates the images. */
  public UploadService(
      AdmissionRules rules,
      Items items,
      Rates rates,
      Ledger ledger,
      Quarantine quarantine,
      Announcer announcer,
      Clock clock) {
    this.limits = rules.limits();
    this.admission = new Admission(rules, items);
    this.rates = rates;
    this.ledger = ledger;
    this.quarantine = quarantine;
    this.announcer = announcer;
    this.clock = clock;
    this.ids = new ImageIds(clock);
  }

  /** What every image has to keep to; items may demand more. */
  public ImageLimits limits() {
    return limits;
  }

  /** An identity for a submission that has none yet. */
  public UUID newId() {
    return ids.next();
  }

  /**
   * Takes one file, or says why not. An answer of {@link Outcome.Accepted} is a promise: the image
   * is durable and announced.
   */
  public Mono<Outcome> accept(Submission submission) {
    return admission
        .inspect(submission)
        .flatMap(
            inspection ->
                switch (inspection) {
                  case Inspection.Passed passed -> admit(submission, passed);
                  case Inspection.Failed(var refusal) -> refused(refusal);
                })
        .onErrorResume(UploadUnavailableException.class, UploadService::unavailable);
  }

  private Mono<Outcome> admit(Submission submission, Inspection.Passed passed) {
    return duplicateOf(submission)
        .flatMap(
            earlier ->
                earlier.isPresent() && submission.onDuplicate() == OnDuplicate.RETURN
                    ? Mono.just(new Outcome.Duplicate(earlier.get()))
                    : keepIfThereIsRoom(
                        image(submission, passed.header(), earlier.orElse(null)),
                        admission.objection(submission, passed)));
  }

  private Mono<Optional<UUID>> duplicateOf(Submission submission) {
    return ledger
        .duplicateOf(submission.uploader().subject(), submission.file().checksums().sha256())
        .filter(earlier -> !earlier.equals(submission.id()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  /** {@code objection} is asked for last, as it may have to wait. */
  private Mono<Outcome> keepIfThereIsRoom(AcceptedImage image, Mono<Optional<Refusal>> objection) {
    var file = image.file();
    return ledger
        .reserve(image.id(), image.owner(), file.checksums().sha256(), file.size())
        .flatMap(
            reservation ->
                switch (reservation) {
                  case Reservation.Granted() ->
                      orGiveRoomBack(image, objection)
                          .flatMap(
                              refusal ->
                                  refusal.isEmpty()
                                      ? keepIfItsItemTakesMore(image)
                                      : giveUp(image, refusal.get()));
                  case Reservation.Denied(var limit, var used) ->
                      refused(new Refusal.OverQuota(limit, used, file.size()));
                });
  }

  private Mono<Outcome> giveUp(AcceptedImage image, Refusal refusal) {
    return ledger.release(image.id()).then(refused(refusal));
  }

  /** Counted last, so that only what is taken counts for an item. */
  private Mono<Outcome> keepIfItsItemTakesMore(AcceptedImage image) {
    return Mono.justOrEmpty(image.fields().itemId())
        .flatMap(itemId -> orGiveRoomBack(image, rates.take(RateScope.ITEM, itemId)))
        .filter(decision -> !decision.granted())
        .map(spent -> giveUp(image, new Refusal.RateLimited(spent)))
        .switchIfEmpty(Mono.fromSupplier(() -> keep(image)))
        .flatMap(outcome -> outcome);
  }

  /**
   * Object and room are left alone where announcing fails: the event may be with the broker
   * although nobody said so, and must then name bytes that exist. If it is not, the cleaner finds
   * both. Where storing fails, only the room is given back: the store keeps nothing of what it did
   * not take whole, and another request with the same id may have stored it meanwhile.
   */
  private Mono<Outcome> keep(AcceptedImage image) {
    var stored =
        quarantine.store(image.objectKey(), image.file().path(), image.header().type().mimeType());
    return orGiveRoomBack(image, stored)
        .then(Mono.defer(() -> announcer.announce(image)))
        .then(
            Mono.defer(
                () -> ledger.announced(image.id()).onErrorResume(UploadService::isHeardLater)))
        .thenReturn(new Outcome.Accepted(image));
  }

  private <T> Mono<T> orGiveRoomBack(AcceptedImage image, Mono<T> step) {
    return step.onErrorResume(
        failure ->
            ledger
                .release(image.id())
                .onErrorResume(UploadUnavailableException.class, alsoAway -> Mono.empty())
                .then(Mono.error(failure)));
  }

  /** The ledger hears the announcement, too; so nothing is lost, and the upload stands. */
  private static Mono<Void> isHeardLater(Throwable failure) {
    log.log(Level.WARNING, "The ledger will hear of an upload later", failure);
    return Mono.empty();
  }

  private AcceptedImage image(
      Submission submission, ImageHeader header, @Nullable UUID duplicateOf) {
    return new AcceptedImage(
        submission.id(),
        submission.uploader().subject(),
        submission.file(),
        header,
        submission.fields(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        duplicateOf);
  }

  private static Mono<Outcome> refused(Refusal refusal) {
    return Mono.just(new Outcome.Refused(refusal));
  }

  private static Mono<Outcome> unavailable(UploadUnavailableException failure) {
    log.log(Level.WARNING, "An upload was not taken", failure);
    return Mono.just(new Outcome.Unavailable());
  }
}
