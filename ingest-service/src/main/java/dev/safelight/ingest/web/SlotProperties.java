package dev.safelight.ingest.web;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many uploads are in progress at once.
 *
 * @param maxConcurrent most requests with an upload that an instance handles at the same time,
 *     those that wait for their image included; what comes on top is asked to come back. Each needs
 *     well under 1 MB of memory, and disk for its files
 */
@Validated
@ConfigurationProperties("safelight.ingest.request")
record SlotProperties(@DefaultValue("256") @Min(1) int maxConcurrent) {}
