package dev.safelight.ingest;

import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many uploads are let in. They may come at once, and room for more comes back evenly over the
 * window. All instances count together.
 *
 * @param user what one account may send
 * @param address what may come from one IPv4 address or one IPv6 network (/64)
 * @param item what may be sent for one item
 */
@Validated
@ConfigurationProperties("safelight.ingest.rates")
record RateProperties(
    @DefaultValue @Valid User user,
    @DefaultValue @Valid Address address,
    @DefaultValue @Valid PerItem item) {

  RateLimits limits() {
    return new RateLimits(
        new RateLimit(user.limit, user.window),
        new RateLimit(address.limit, address.window),
        new RateLimit(item.limit, item.window));
  }

  /**
   * What one account may send.
   *
   * @param limit most requests with an upload, and further files in them; 0 for no limit
   * @param window time in which all of that comes back
   */
  record User(
      @DefaultValue("50") @Min(0) long limit,
      @DefaultValue("1h") @DurationMin(millis = 1) Duration window) {}

  /**
   * What may come from one address.
   *
   * @param limit most requests with an upload, and further files in them; 0 for no limit
   * @param window time in which all of that comes back
   */
  record Address(
      @DefaultValue("100") @Min(0) long limit,
      @DefaultValue("1h") @DurationMin(millis = 1) Duration window) {}

  /**
   * What may be sent for one item.
   *
   * @param limit most images; 0 for no limit
   * @param window time in which all of that comes back
   */
  record PerItem(
      @DefaultValue("1000") @Min(0) long limit,
      @DefaultValue("1d") @DurationMin(millis = 1) Duration window) {}
}
