package dev.safelight.ingest.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one request may hold and how long it may take.
 *
 * @param maxSize most bytes of a request body; what is over a file's own limit is read and thrown
 *     away up to here, so that the sender hears why and not of a broken connection
 * @param maxFiles most files in a request
 * @param maxFieldSize most bytes of one form field
 * @param maxPartHeaders most bytes of the headers of one part
 * @param idleTimeout longest silence of a sender
 * @param timeout longest time for the whole body
 */
@Validated
@ConfigurationProperties("safelight.ingest.request")
record RequestProperties(
    @DefaultValue("100MB") DataSize maxSize,
    @DefaultValue("20") @Min(1) @Max(1000) int maxFiles,
    @DefaultValue("16KB") DataSize maxFieldSize,
    @DefaultValue("8KB") DataSize maxPartHeaders,
    @DefaultValue("30s") Duration idleTimeout,
    @DefaultValue("5m") Duration timeout) {

  /** Fields may be many (tags, accounts), but not without end. */
  int maxParts() {
    return maxFiles * 2 + 200;
  }
}
