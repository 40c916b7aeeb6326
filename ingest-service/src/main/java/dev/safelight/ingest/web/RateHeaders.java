package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateScope;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What the limits said while one request was handled, and the headers that tell it: {@code
 * RateLimit} and {@code RateLimit-Policy} as in draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateHeaders {

  static final String LEFT = "RateLimit";
  static final String POLICY = "RateLimit-Policy";

  private static final String ATTRIBUTE = RateHeaders.class.getName();

  private final Map<RateScope, RateDecision> latest = new EnumMap<>(RateScope.class);

  /** Those of this request. */
  static RateHeaders of(ServerHttpRequest request) {
    return (RateHeaders)
        request.getAttributes().computeIfAbsent(ATTRIBUTE, none -> new RateHeaders());
  }

  /** Remembers a decision in place of an earlier one of its scope that left more. */
  synchronized void add(RateDecision decision) {
    latest.merge(decision.scope(), decision, RateHeaders::stricter);
  }

  /** Writes them, if there was any decision. */
  synchronized void writeTo(HttpHeaders headers) {
    if (!latest.isEmpty()) {
      headers.set(POLICY, joined(latest.values(), RateHeaders::policy));
      headers.set(LEFT, joined(latest.values(), RateHeaders::left));
    }
  }

  /** Whole seconds, as headers have them; a wait that is not over is never 0. */
  static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }

  /** The limit that keeps the sender away for longest, if one does. */
  static Optional<RateDecision> refusal(Collection<RateDecision> decisions) {
    return decisions.stream()
        .filter(decision -> !decision.granted())
        .max(Comparator.comparing(RateDecision::retryAfter));
  }

  private static RateDecision stricter(RateDecision one, RateDecision other) {
    return one.remaining() < other.remaining() ? one : other;
  }

  private static String joined(
      Collection<RateDecision> decisions, java.util.function.Function<RateDecision, String> item) {
    return decisions.stream().map(item).collect(Collectors.joining(", "));
  }

  private static String policy(RateDecision decision) {
    return "\"%s\";q=%d;w=%d"
        .formatted(
            decision.scope().externalName(),
            decision.limit().limit(),
            seconds(decision.limit().window()));
  }

  private static String left(RateDecision decision) {
    return "\"%s\";r=%d;t=%d"
        .formatted(
            decision.scope().externalName(), decision.remaining(), seconds(decision.reset()));
  }
}
