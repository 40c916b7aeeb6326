package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The header {@code Idempotency-Key}: what makes a request the same as one before. */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

  private IdempotencyKey() {}

  /**
   * The key of a request, if it has one.
   *
   * @throws org.springframework.web.ErrorResponseException 400 if it is none
   */
  static Optional<String> of(HttpHeaders headers) {
    var values = headers.getOrEmpty(HEADER);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1 || !VISIBLE_ASCII.matcher(values.getFirst()).matches()) {
      throw UploadProblems.fields(
          HttpStatus.BAD_REQUEST,
          List.of(new FieldError(HEADER, "Use one key of 1 to 255 visible ASCII characters.")));
    }
    return Optional.of(values.getFirst());
  }
}
