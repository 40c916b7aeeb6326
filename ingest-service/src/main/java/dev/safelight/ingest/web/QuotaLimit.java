package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import java.util.ArrayList;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** The limit that an administrator sets: {@code {"limit": bytes}} and nothing else. */
final class QuotaLimit {

  private static final String LIMIT = "limit";

  private QuotaLimit() {}

  /** The bytes, or 400 with all that is wrong. */
  static long of(JsonNode body) {
    var errors = new ArrayList<FieldError>();
    body.propertyNames().stream()
        .filter(name -> !name.equals(LIMIT))
        .map(name -> name.length() <= 50 ? name : name.substring(0, 50) + '…')
        .forEach(name -> errors.add(new FieldError(name, "There is no such field.")));
    var limit = body.path(LIMIT);
    if (!limit.isIntegralNumber() || !limit.canConvertToLong() || limit.asLong() < 0) {
      errors.add(new FieldError(LIMIT, "Use a whole number of bytes, 0 or more."));
    }
    if (!errors.isEmpty()) {
      throw UploadProblems.fields(HttpStatus.BAD_REQUEST, errors);
    }
    return limit.asLong();
  }
}
