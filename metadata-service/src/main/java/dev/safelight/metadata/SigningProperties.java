package dev.safelight.metadata;

import dev.safelight.metadata.signing.SigningSettings;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cursors, addresses of pictures and receipts are signed.
 *
 * @param rotation age at which a key in the database is followed by a new one
 * @param validity how long a key verifies after that; no less than the longest address is good for.
 *     Receipts verify for as long as the key is in the database, where it stays
 * @param refresh how often an instance looks for keys that others made; a new key is not signed
 *     with until three times this is over
 * @param secrets keys from outside, in place of those in the database: the first signs, all of them
 *     verify; at least 32 characters each. What was signed with others before counts no more
 */
@Validated
@ConfigurationProperties("safelight.metadata.signing")
record SigningProperties(
    @DefaultValue("30d") @DurationMin(hours = 1) Duration rotation,
    @DefaultValue("8d") @DurationMin(days = 7) Duration validity,
    @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration refresh,
    @DefaultValue List<@Size(min = 32, message = "must have 32 characters") String> secrets) {

  SigningSettings forCore() {
    return new SigningSettings(rotation, validity, refresh);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SigningProperties[" + forCore() + ", " + secrets.size() + " secrets]";
  }
}
