package dev.safelight.metadata.mongo;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to use MongoDB; where it is says {@code spring.mongodb.uri}.
 *
 * @param database database for a URI that names none
 * @param selectionTimeout longest wait for a server that can serve an operation
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest silence of a server before the connection counts as broken
 */
@Validated
@ConfigurationProperties("safelight.metadata.mongo")
record MongoProperties(
    @DefaultValue("safelight") @NotBlank String database,
    @DefaultValue("5s") Duration selectionTimeout,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("20s") Duration answerTimeout) {}
