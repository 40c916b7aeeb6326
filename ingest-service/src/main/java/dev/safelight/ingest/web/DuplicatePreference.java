package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.OnDuplicate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The query parameter {@code onDuplicate}: {@code keep} or {@code return}. */
final class DuplicatePreference {

  static final String PARAMETER = "onDuplicate";

  private DuplicatePreference() {}

  static OnDuplicate of(ServerHttpRequest request) {
    var value = request.getQueryParams().getFirst(PARAMETER);
    return switch (value == null ? "keep" : value.toLowerCase(Locale.ROOT)) {
      case "keep" -> OnDuplicate.KEEP;
      case "return" -> OnDuplicate.RETURN;
      default ->
          throw UploadProblems.fields(
              HttpStatus.BAD_REQUEST, List.of(new FieldError(PARAMETER, "Use keep or return.")));
    };
  }
}
