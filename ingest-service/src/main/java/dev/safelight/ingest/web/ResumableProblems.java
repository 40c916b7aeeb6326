package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.resumable.FileRefusedException;
import dev.safelight.ingest.upload.resumable.Objection;
import dev.safelight.ingest.upload.resumable.ObjectionException;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import reactor.netty.channel.AbortedException;

/** What can be wrong with an upload of more than one request, told to its sender. */
final class ResumableProblems {

  /** The protocol's own. */
  private static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

  private static final long WHEN_SOME_HAVE_ENDED = 60;

  private ResumableProblems() {}

  /** The problem behind a failure of a step; what is none is given back. */
  static Throwable of(Throwable failure) {
    return switch (failure) {
      case ObjectionException raised -> of(raised.objection());
      case FileRefusedException refused -> UploadProblems.of(refused.refusal());
      case UploadUnavailableException away -> Problems.unavailable();
      default -> ofBody(failure);
    };
  }

  /** 413 for a JSON document that describes an upload. */
  static ProblemException descriptionTooLarge(long maxSize) {
    return problem(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-large",
            "Too large",
            "The description of an upload may have at most " + maxSize + " bytes. Shorten it.")
        .with("maxSize", maxSize);
  }

  /** The problem behind a body that could not be read. */
  private static Throwable ofBody(Throwable failure) {
    return switch (failure) {
      case TimeoutException slow -> UploadProblems.slow();
      case AbortedException gone -> UploadProblems.malformed("The request was broken off.");
      case IOException gone -> UploadProblems.malformed("The request was broken off.");
      default -> failure;
    };
  }

  private static ProblemException of(Objection objection) {
    return switch (objection) {
      case Objection.Unknown() -> Problems.notFound();
      case Objection.Busy(var retryAfter) -> busy(HttpStatus.CONFLICT, retryAfter);
      case Objection.NotArrived() ->
          problem(
              HttpStatus.CONFLICT,
              "upload-incomplete",
              "Not there yet",
              "The file has not been sent yet. PUT it to the url of the upload first.");
      case Objection.WrongOffset(var offset) ->
          problem(
                  HttpStatus.CONFLICT,
                  "offset-mismatch",
                  "Wrong offset",
                  "The upload has %d bytes. Go on from there.".formatted(offset))
              .with("offset", offset)
              .withHeader(Tus.UPLOAD_OFFSET, Long.toString(offset));
      case Objection.MoreThanAnnounced(var size) ->
          problem(
                  HttpStatus.CONTENT_TOO_LARGE,
                  "too-large",
                  "Too large",
                  "The upload was announced with %d bytes. Send no more.".formatted(size))
              .with("maxSize", size);
      case Objection.OtherPart() ->
          problem(
              CHECKSUM_MISMATCH,
              "checksum-mismatch",
              "Altered on the way",
              "The bytes are not those of the checksum and were thrown away. Send them again.");
      case Objection.OtherFile(var actual) -> otherFile(actual);
      case Objection.TooManyOpen(var most) -> tooManyOpen(most);
      case Objection.TooManyParts(var most) ->
          problem(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "too-many-parts",
                  "Too many parts",
                  "An upload may come in %d parts. Begin again with larger ones.".formatted(most))
              .with("maxParts", most);
    };
  }

  /** Two requests at once on one upload; tus has a status of its own for it. */
  static ProblemException busy(HttpStatusCode status, Duration retryAfter) {
    return problem(
            status,
            "upload-locked",
            "In use",
            "Another request is at this upload. Try again in a few seconds.")
        .retryAfter(Math.max(1, retryAfter.toSeconds()));
  }

  private static ProblemException otherFile(String actual) {
    return problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "digest-mismatch",
            "Altered on the way",
            "The file is not the one of the sha256 that was announced. Send it again.")
        .with("actualSha256", actual);
  }

  private static ProblemException tooManyOpen(int most) {
    return problem(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-uploads",
            "Too many uploads at a time",
            "You may have %d uploads that are not completed. Complete or end some first."
                .formatted(most))
        .with("maxOpen", most)
        .with("retryAfter", WHEN_SOME_HAVE_ENDED)
        .retryAfter(WHEN_SOME_HAVE_ENDED);
  }

  private static ProblemException problem(
      HttpStatusCode status, String slug, String title, String detail) {
    return ProblemException.of(status, slug, title, detail);
  }
}
