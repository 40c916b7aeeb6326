package dev.safelight.metadata.signing;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps the signatures supplied with keys: makes the first, makes the next when the newest is old,
 * and brings those that other instances made. The ids of the keys are numbered, so that two
 * instances can't both make the next one.
 */
public class KeyKeeper {

  private static final System.Logger LOG = System.getLogger(KeyKeeper.class.getName());
  private static final int BYTES = 32;

  private static final Comparator<SigningKey> BY_NUMBER =
      Comparator.comparingLong(key -> number(key.id()));

  private static final Retry UNTIL_THEY_ARE_THERE =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
          .maxBackoff(Duration.ofSeconds(5))
          .doBeforeRetry(retry -> warn(retry.failure()));

  private final SigningKeys keys;
  private final HmacSignatures signatures;
  private final SigningSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Composes the keeper. */
  public KeyKeeper(
      SigningKeys keys, HmacSignatures signatures, SigningSettings settings, Clock clock) {
    this.keys = keys;
    this.signatures = signatures;
    this.settings = settings;
    this.clock = clock;
  }

  /** Waits for the first keys, however long that takes. */
  public Mono<Void> ready() {
    return Mono.defer(this::refresh).retryWhen(UNTIL_THEY_ARE_THERE);
  }

  /**
   * Looks for new keys from now on, and makes those that are due.
   *
   * @return what ends it
   */
  public Disposable start() {
    return Flux.interval(settings.refresh())
        .onBackpressureDrop()
        .concatMap(tick -> Mono.defer(this::refresh).onErrorResume(KeyKeeper::leftForLater), 1)
        .subscribe();
  }

  /** One look. When it fails, the keys that are known stay in use. */
  public Mono<Void> refresh() {
    return keys.all()
        .flatMap(found -> successor(found).map(this::added).orElseGet(() -> Mono.just(found)))
        .doOnNext(signatures::use)
        .then();
  }

  private Mono<List<SigningKey>> added(SigningKey key) {
    return keys.add(key).then(Mono.defer(keys::all));
  }

  private Optional<SigningKey> successor(List<SigningKey> found) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var newest = found.stream().max(BY_NUMBER);
    return newest.filter(key -> !isOld(key, now)).isPresent()
        ? Optional.empty()
        : Optional.of(made(newest.map(key -> number(key.id()) + 1).orElse(1L), now));
  }

  private boolean isOld(SigningKey key, Instant now) {
    return !key.madeAt().plus(settings.rotation()).isAfter(now);
  }

  private SigningKey made(long number, Instant now) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    return new SigningKey(Long.toString(number), new SecretKeySpec(secret, "HKDF"), now);
  }

  private static long number(String id) {
    return Long.parseLong(id);
  }

  private static Mono<Void> leftForLater(Throwable failure) {
    warn(failure);
    return Mono.empty();
  }

  private static void warn(Throwable failure) {
    LOG.log(Level.WARNING, "The signing keys can't be looked up: {0}", failure.getMessage());
  }
}
