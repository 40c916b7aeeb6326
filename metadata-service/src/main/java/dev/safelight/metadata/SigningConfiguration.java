package dev.safelight.metadata;

import dev.safelight.metadata.signing.GivenKeys;
import dev.safelight.metadata.signing.HmacSignatures;
import dev.safelight.metadata.signing.KeyKeeper;
import dev.safelight.metadata.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Signs with the keys in the database, or with those that an operator gives. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Bean
  HmacSignatures signatures(SigningProperties settings) {
    return settings.secrets().isEmpty()
        ? new HmacSignatures(settings.forCore(), Clock.systemUTC())
        : GivenKeys.signatures(settings.secrets(), Clock.systemUTC());
  }

  @Bean
  WhileRunning keyKeeping(SigningKeys keys, HmacSignatures signatures, SigningProperties settings) {
    var keeper = new KeyKeeper(keys, signatures, settings.forCore(), Clock.systemUTC());
    return new WhileRunning(
        () -> settings.secrets().isEmpty() ? keeping(keeper) : Disposables.disposed(),
        Mono.empty());
  }

  /**
   * Has the keys before the first request comes. While MongoDB is away the service starts all the
   * same, and what needs a key is 503 until it is back.
   */
  private static Disposable keeping(KeyKeeper keeper) {
    var ready = keeper.ready().cache();
    var keeping = Disposables.composite(ready.subscribe(), keeper.start());
    ready.timeout(PATIENCE).onErrorComplete().toFuture().join();
    return keeping;
  }
}
