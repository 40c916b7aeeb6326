package dev.safelight.ingest.catalog;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where metadata-service is.
 *
 * @param url its address
 * @param grace how much longer than an uploader wants to wait its answer may take
 */
@Validated
@ConfigurationProperties("safelight.ingest.catalog")
record CatalogProperties(
    @DefaultValue("http://127.0.0.1:8084") URI url, @DefaultValue("5s") Duration grace) {}
