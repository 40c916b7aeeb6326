package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.Refusal;
import dev.safelight.webapi.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** What can be wrong with an upload, told to its sender. */
final class UploadProblems {

  private static final String ERRORS = "errors";

  private UploadProblems() {}

  static ProblemException of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.TooLarge(var maxSize, var actualSize) ->
          tooLarge("A file may have at most " + maxSize + " bytes. Send a smaller one.", maxSize)
              .with("actualSize", actualSize);
      case Refusal.UnsupportedType(var allowed, var received) ->
          unsupportedType("The file is not an image of a kind we take.", allowed, received);
      case Refusal.Altered(var header) -> digestMismatch(header);
      case Refusal.Empty() ->
          refused("empty-file", "Empty file", "The file is empty. Send one that is not.");
      case Refusal.Unreadable(var reason) -> refused("unreadable", "Unreadable image", reason);
      case Refusal.Dimensions(var reason) -> refused("dimensions", "Too many pixels", reason);
      case Refusal.TooSmall(var reason) -> refused("dimensions", "Too few pixels", reason);
      case Refusal.OverQuota(var limit, var used, var size) -> overQuota(limit, used, size);
      case Refusal.UnknownItem(var itemId) -> unknownItem();
      case Refusal.RateLimited(var decision) -> rateLimited(decision);
    };
  }

  private static ProblemException overQuota(long limit, long used, long size) {
    return ProblemException.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "quota-exceeded",
            "No room left",
            "You may have %d bytes of images and have %d; this one has %d. Delete some first."
                .formatted(limit, used, size))
        .with("limit", limit)
        .with("used", used)
        .with("actualSize", size);
  }

  private static ProblemException unknownItem() {
    return ProblemException.of(
            HttpStatus.NOT_FOUND,
            "unknown-item",
            "Unknown item",
            "There is no item of that id that takes images from you. Create it first.")
        .with(ERRORS, List.of(new FieldError("itemId", "There is no such item for you.")));
  }

  /** 429, with the time to wait as a header and as a member. */
  static ProblemException rateLimited(RateDecision decision) {
    long seconds = RateHeaders.seconds(decision.retryAfter());
    return ProblemException.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "rate-limited",
            "Too many uploads",
            "This %s has sent too many images. Wait %d seconds and go on."
                .formatted(decision.scope().externalName(), seconds))
        .with("limit", decision.limit().limit())
        .with("scope", decision.scope().externalName())
        .with("retryAfter", seconds)
        .retryAfter(seconds);
  }

  /** 413, when the size is known before a byte was read. */
  static ProblemException requestTooLarge(long maxSize, long actualSize) {
    return requestTooLarge(maxSize).with("actualSize", actualSize);
  }

  /** 413, in the middle of a body; the rest of it is not waited for. */
  static ProblemException requestTooLarge(long maxSize) {
    return tooLarge(
        "A request may have at most " + maxSize + " bytes. Send fewer files at a time.", maxSize);
  }

  static ProblemException fieldTooLarge(long maxSize) {
    return tooLarge("A form field may have at most " + maxSize + " bytes. Shorten it.", maxSize);
  }

  static ProblemException slow() {
    return ProblemException.of(
        HttpStatus.REQUEST_TIMEOUT,
        "request-timeout",
        "Too slow",
        "The upload took too long. Try again on a faster connection.");
  }

  static ProblemException malformed(String detail) {
    return ProblemException.of(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
  }

  static ProblemException fields(HttpStatusCode status, List<FieldError> errors) {
    return ProblemException.of(
            status, "invalid-fields", "Invalid fields", "Mend the fields listed in errors.")
        .with(ERRORS, errors);
  }

  static ProblemException tooManyFiles(int maxFiles) {
    return ProblemException.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "too-many-files",
            "Too many files",
            "A request may hold at most " + maxFiles + " files. Send several requests.")
        .with("maxFiles", maxFiles);
  }

  static ProblemException unsupportedBody(MediaType received) {
    return unsupportedType(
        "Send a form with a file part, JSON with the image in base64, or the image itself.",
        List.of(MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_JSON_VALUE, "image/*"),
        received.toString());
  }

  /** 415, before a byte is read. */
  static ProblemException unsupportedEncoding() {
    return ProblemException.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-encoding",
            "Unsupported encoding",
            "Send the body as it is, without a Content-Encoding.")
        .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
  }

  static ProblemException malformedDigest(String header) {
    return malformed(
        "The "
            + header
            + " header could not be read. Mend it, as RFC 9530 has it, or leave it away.");
  }

  static ProblemException digestMismatch(String header) {
    return ProblemException.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "digest-mismatch",
            "Other bytes than declared",
            "What came in is not what the " + header + " header tells of. Send it again.")
        .with("header", header)
        .with(ERRORS, List.of(new FieldError(header, "It differs from the bytes that came in.")));
  }

  /** 409: the key is that of another request. */
  static ProblemException keyReused() {
    return ProblemException.of(
        HttpStatus.CONFLICT,
        "idempotency-key-reused",
        "Key used before",
        "You used this Idempotency-Key for another request. Use a new one.");
  }

  /** 409: the same request is being done. */
  static ProblemException keyInProgress() {
    return ProblemException.of(
            HttpStatus.CONFLICT,
            "idempotency-in-progress",
            "Still at it",
            "The request with this Idempotency-Key is still being done. Send it again in a moment.")
        .retryAfter(1);
  }

  /** 400, for a body whose grammar is broken. */
  static ProblemException malformedBody(String message) {
    return malformed("The body could not be read. Mend what is told in errors.")
        .with(ERRORS, List.of(new FieldError("body", message)));
  }

  static ProblemException rejected(UUID imageId, Fate.Rejected fate) {
    return ProblemException.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "rejected", "Image rejected", fate.detail())
        .with("id", imageId)
        .with("reason", fate.reason())
        .with(ERRORS, List.of(new FieldError("file", fate.detail())));
  }

  private static ProblemException tooLarge(String detail, long maxSize) {
    return ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", detail)
        .with("maxSize", maxSize);
  }

  private static ProblemException unsupportedType(
      String detail, List<String> allowed, String received) {
    return ProblemException.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-type", "Unsupported type", detail)
        .with("allowedTypes", allowed)
        .with("receivedType", received);
  }

  private static ProblemException refused(String slug, String title, String detail) {
    return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, slug, title, detail)
        .with(ERRORS, List.of(new FieldError("file", detail)));
  }
}
