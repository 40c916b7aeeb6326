package dev.safelight.metadata;

import dev.safelight.metadata.signing.GivenKeys;
import dev.safelight.metadata.signing.HmacSignatures;
import dev.safelight.metadata.signing.KeyKeeper;
import dev.safelight.metadata.signing.SigningKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signs with the keys in the database, or with those that an operator gives. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  @Bean
  HmacSignatures signatures(SigningProperties settings) {
    return settings.secrets().isEmpty()
        ? new HmacSignatures(settings.forCore(), Clock.systemUTC())
        : GivenKeys.signatures(settings.secrets(), Clock.systemUTC());
  }

  @Bean
  KeyLifecycle keyLifecycle(
      SigningKeys keys, HmacSignatures signatures, SigningProperties settings) {
    var keeper = new KeyKeeper(keys, signatures, settings.forCore(), Clock.systemUTC());
    return new KeyLifecycle(keeper, settings.secrets().isEmpty());
  }
}
