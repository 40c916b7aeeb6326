package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Outcome;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a request.
 *
 * @param name its cleaned name, if it had one
 * @param outcome what became of it
 */
record FileResult(@Nullable String name, Outcome outcome) {

  /** The problem with it, if there is one. */
  Optional<ProblemException> problem() {
    return switch (outcome) {
      case Outcome.Accepted(var image) -> Optional.empty();
      case Outcome.Duplicate(var earlier) -> Optional.empty();
      case Outcome.Refused(var refusal) -> Optional.of(UploadProblems.of(refusal));
      case Outcome.Unavailable() -> Optional.of(Problems.unavailable());
    };
  }

  /** The image, if it was accepted. */
  Optional<ImageView> image() {
    return outcome instanceof Outcome.Accepted(var image)
        ? Optional.of(ImageView.of(image))
        : Optional.empty();
  }

  /** The problem as a member of the list of errors. */
  static Map<String, Object> named(@Nullable String name, ProblemException problem) {
    var members = new LinkedHashMap<String, Object>();
    members.put("file", name == null ? "" : name);
    members.putAll(problem.members());
    return members;
  }
}
