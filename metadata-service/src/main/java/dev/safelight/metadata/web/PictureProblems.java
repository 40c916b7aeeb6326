package dev.safelight.metadata.web;

import dev.safelight.webapi.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request for a picture that is there. */
final class PictureProblems {

  private PictureProblems() {}

  /** 416, with the size to choose from (RFC 9110, section 15.5.17). */
  static ProblemException unsatisfiable(long size) {
    return ProblemException.of(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "range-not-satisfiable",
            "No such range",
            "The picture has " + size + " bytes. Ask for a range within them.")
        .withHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
  }

  /** 412. */
  static ProblemException preconditionFailed() {
    return ProblemException.of(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        "Not the picture you mean",
        "The picture is not the one your request names. Ask for it anew, without If-Match.");
  }
}
