package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.ForbiddenException;
import dev.safelight.metadata.catalog.ImageChangedException;
import dev.safelight.metadata.catalog.ImageNotFoundException;
import dev.safelight.metadata.catalog.ImageNotReadyException;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.ImageRejectedException;
import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.VariantNotFoundException;
import dev.safelight.metadata.link.ImageNotClearedException;
import dev.safelight.metadata.link.LinkExpiredException;
import dev.safelight.metadata.link.LinkNotGenuineException;
import dev.safelight.metadata.replay.OriginalGoneException;
import dev.safelight.metadata.replay.PipelineUnavailableException;
import dev.safelight.metadata.replay.RequestUnknownException;
import dev.safelight.metadata.search.UnknownCursorException;
import dev.safelight.metadata.signing.SigningUnavailableException;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;

/** What the core refuses, as problems. */
final class Refusals {

  private static final long RETRY_SECONDS = 1;

  private Refusals() {}

  /** The problem that tells {@code caller} of a failure of the core; others stay what they are. */
  static Throwable of(Throwable failure, Caller caller) {
    return switch (failure) {
      case ImageNotFoundException ignored -> notFound(caller);
      case ImagePurgedException ignored -> forReaders(caller, purged());
      case ForbiddenException ignored -> notYours();
      case ImageChangedException ignored -> changed();
      case VariantNotFoundException e -> noSuchVariant(e.names());
      case ImageNotReadyException ignored -> notReady();
      case ImageRejectedException e -> rejected(e.rejection());
      case UnknownCursorException ignored -> foreignCursor();
      case LinkExpiredException e -> expired(e.expiredAt());
      case LinkNotGenuineException ignored -> notGenuine();
      case ImageNotClearedException ignored -> held();
      case OriginalGoneException ignored -> originalGone();
      case RequestUnknownException ignored -> requestUnknown();
      case CatalogUnavailableException ignored -> Problems.unavailable();
      case PicturesUnavailableException ignored -> Problems.unavailable();
      case SigningUnavailableException ignored -> Problems.unavailable();
      case PipelineUnavailableException ignored -> Problems.unavailable();
      default -> failure;
    };
  }

  /** The same for whoever holds a genuine address: no token would show them more. */
  static Throwable ofAddress(Throwable failure) {
    return switch (failure) {
      case ImageNotFoundException ignored -> Problems.notFound();
      case ImagePurgedException ignored -> purged();
      default -> failure;
    };
  }

  /** 400: something in the query can't be meant. */
  static ProblemException badQuery(List<Map<String, String>> errors) {
    return ProblemException.of(
            HttpStatus.BAD_REQUEST,
            "bad-query",
            "The query is not valid",
            "Correct or leave out the query parameters that errors names.")
        .with("errors", errors);
  }

  private static ProblemException foreignCursor() {
    return badQuery(List.of(error("cursor", "must be the nextCursor of a page of this same list")));
  }

  /** One entry of the member {@code errors}. */
  static Map<String, String> error(String field, String message) {
    return Map.of("field", field, "message", message);
  }

  /**
   * Those who could see it with another token, or with any, are told to bring it: 401 or 403 from
   * the security filter, the same for what exists and what does not.
   */
  private static Throwable notFound(Caller caller) {
    return forReaders(caller, Problems.notFound());
  }

  /**
   * 410, for whoever brings a token: that there was such an image tells nothing to somebody who
   * knows its id. Without one it is like any that can't be seen.
   */
  private static ProblemException purged() {
    return ProblemException.of(
        HttpStatus.GONE,
        "purged",
        "The image is gone",
        "The image was deleted for good and can't be restored. Forget its address.");
  }

  private static Throwable forReaders(Caller caller, ProblemException problem) {
    return Viewers.mayRead(caller)
        ? problem
        : new AccessDeniedException("Not without the scope " + Viewers.READ);
  }

  private static ProblemException notYours() {
    return ProblemException.of(
        HttpStatus.FORBIDDEN,
        "forbidden",
        "Not allowed",
        "You may look at this image. Changing it is for its owner and administrators, deciding on it for moderators and administrators.");
  }

  private static ProblemException changed() {
    return ProblemException.of(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        "The image was changed",
        "Somebody changed the image since. Get it again, and repeat your change with its new ETag.");
  }

  private static ProblemException noSuchVariant(List<String> names) {
    return ProblemException.of(
            HttpStatus.NOT_FOUND,
            "variant-not-found",
            "No such variant",
            "The image has these variants: " + String.join(", ", names) + '.')
        .with("variants", names);
  }

  private static ProblemException notReady() {
    return ProblemException.of(
            HttpStatus.TOO_EARLY,
            "not-ready",
            "Not ready yet",
            "The image is still being checked and developed. Try again in a moment.")
        .retryAfter(RETRY_SECONDS);
  }

  private static ProblemException expired(Instant at) {
    return ProblemException.of(
            HttpStatus.FORBIDDEN,
            "link-expired",
            "The address has expired",
            "This address was good until "
                + at
                + ". Ask whoever gave it to you for a new one, or get the image again.")
        .with("expiredAt", at.toString());
  }

  private static ProblemException notGenuine() {
    return ProblemException.of(
        HttpStatus.FORBIDDEN,
        "link-not-genuine",
        "Not an address of ours",
        "The address is not as it was signed, or not for this picture. Use it whole and unchanged.");
  }

  private static ProblemException held() {
    return ProblemException.of(
        HttpStatus.CONFLICT,
        "held",
        "The image waits for a moderator",
        "Nobody may be given an address of it before it is approved. Try again then.");
  }

  private static ProblemException originalGone() {
    return ProblemException.of(
        HttpStatus.CONFLICT,
        "original-gone",
        "The original is not kept",
        "Originals are deleted some time after their image is ready. The setting safelight.ingest.quarantine.keep-ready keeps those of images to come.");
  }

  private static ProblemException requestUnknown() {
    return ProblemException.of(
        HttpStatus.CONFLICT,
        "request-unknown",
        "The record is too old",
        "The record does not say what variants its uploader asked for. Rebuild the catalog from the topics, which do.");
  }

  private static ProblemException rejected(Rejection rejection) {
    return ProblemException.of(
            HttpStatus.CONFLICT, "rejected", "The image was rejected", rejection.detail())
        .with("reason", rejection.reason())
        .with("stage", rejection.stage());
  }
}
