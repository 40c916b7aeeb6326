package dev.safelight.webapi;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An answer that is an error, told as problem details (RFC 9457). */
public class ProblemException extends ErrorResponseException {

  private static final String TYPE_PREFIX = "urn:safelight:problem:";

  private ProblemException(HttpStatusCode status, ProblemDetail problem) {
    super(status, problem, null);
  }

  /**
   * Starts a problem.
   *
   * @param slug stable name for machines, such as {@code too-large}
   * @param title short summary, the same each time
   * @param detail a sentence that tells a person what to do
   */
  public static ProblemException of(
      HttpStatusCode status, String slug, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE_PREFIX + slug));
    problem.setTitle(title);
    return new ProblemException(status, problem);
  }

  /** Adds a member of the problem's own. */
  public ProblemException with(String member, Object value) {
    getBody().setProperty(member, value);
    return this;
  }

  /** Adds a header to the answer. */
  public ProblemException withHeader(String name, String value) {
    getHeaders().set(name, value);
    return this;
  }

  /** Asks the client to come back: a {@code Retry-After} header, in seconds (RFC 9110 10.2.3). */
  public ProblemException retryAfter(long seconds) {
    return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  /** All members, for answers that hold several problems. */
  public Map<String, Object> members() {
    var body = getBody();
    var members = new LinkedHashMap<String, Object>();
    members.put("type", String.valueOf(body.getType()));
    members.put("title", String.valueOf(body.getTitle()));
    members.put("status", body.getStatus());
    members.put("detail", String.valueOf(body.getDetail()));
    if (body.getProperties() != null) {
      members.putAll(body.getProperties());
    }
    return members;
  }
}
