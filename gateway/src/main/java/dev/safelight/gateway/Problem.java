package dev.safelight.gateway;

import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.http.client.PrematureCloseException;

/**
 * What went wrong, as a person should read it.
 *
 * @param status of the answer
 * @param slug stable name for machines
 * @param title short summary
 * @param detail what to do
 */
record Problem(HttpStatusCode status, String slug, String title, String detail) {

  /** Tells whose fault a failure is: the client's, a service's that is away or slow, or ours. */
  static Problem of(Throwable failure) {
    return switch (failure) {
      case RequestTooLargeException e ->
          new Problem(
              HttpStatus.CONTENT_TOO_LARGE,
              "too-large",
              "Request too large",
              "A request may hold at most %d bytes.".formatted(e.limit()));
      case ConnectException _, UnknownHostException _ -> away(HttpStatus.SERVICE_UNAVAILABLE);
      case PrematureCloseException _ -> away(HttpStatus.BAD_GATEWAY);
      case TimeoutException _, ReadTimeoutException _ -> slow();
      case ResponseStatusException e -> of(e.getStatusCode());
      default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
    };
  }

  private static Problem of(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 ->
          new Problem(
              status, "not-found", "Not found", "There is nothing here. Check the address.");
      case 503 -> away(status);
      case 504 -> slow();
      case 500 ->
          new Problem(
              status,
              "internal",
              "Something went wrong",
              "This is our fault. Tell the operator the traceId.");
      default ->
          new Problem(
              status,
              "http-" + status.value(),
              "The request can't be answered",
              "Check the request against the documentation.");
    };
  }

  private static Problem away(HttpStatusCode status) {
    return new Problem(
        status,
        "unavailable",
        "Not available right now",
        "We can't do this right now. Try again in a few seconds.");
  }

  private static Problem slow() {
    return new Problem(
        HttpStatus.GATEWAY_TIMEOUT,
        "timeout",
        "It took too long",
        "We don't know whether this was done. Look, then try again in a few seconds.");
  }

  /** Whether the client should come back by itself. */
  boolean isTemporary() {
    return switch (status.value()) {
      case 502, 503, 504 -> true;
      default -> false;
    };
  }
}
