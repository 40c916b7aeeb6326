package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Outcome;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * What became of one file of a request.
 *
 * @param name its cleaned name, if it had one
 * @param outcome what became of it
 * @param earlier the image that it is a duplicate of, JSON, where that is the answer
 */
record FileResult(@Nullable String name, Outcome outcome, @Nullable String earlier) {

  FileResult(@Nullable String name, Outcome outcome) {
    this(name, outcome, null);
  }

  /** The problem with it, if there is one. */
  Optional<ProblemException> problem() {
    return switch (outcome) {
      case Outcome.Accepted(var image) -> Optional.empty();
      case Outcome.Duplicate(var earlier) -> Optional.empty();
      case Outcome.Refused(var refusal) -> Optional.of(UploadProblems.of(refusal));
      case Outcome.Unavailable() -> Optional.of(Problems.unavailable());
    };
  }

  /** The image, if it was accepted, or is there already. */
  Optional<Object> image() {
    return outcome instanceof Outcome.Accepted(var image)
        ? Optional.of(ImageView.of(image))
        : Optional.ofNullable(earlier).map(RawValue::new);
  }

  /** Whether it made a new image. */
  boolean isNew() {
    return outcome instanceof Outcome.Accepted;
  }

  /** The problem as a member of the list of errors. */
  static Map<String, Object> named(@Nullable String name, ProblemException problem) {
    var members = new LinkedHashMap<String, Object>();
    members.put("file", name == null ? "" : name);
    members.putAll(problem.members());
    return members;
  }
}
