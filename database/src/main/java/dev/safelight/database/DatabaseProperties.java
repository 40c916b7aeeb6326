package dev.safelight.database;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to use MongoDB; where it is says {@code spring.mongodb.uri}.
 *
 * @param name database for a URI that names none
 * @param suffix what a service adds to the name, so that each has a database of its own
 * @param selectionTimeout longest wait for a server that can serve an operation
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest silence of a server before the connection counts as broken
 */
@Validated
@ConfigurationProperties("safelight.database")
record DatabaseProperties(
    @DefaultValue("safelight") @NotBlank String name,
    @DefaultValue("") String suffix,
    @DefaultValue("5s") Duration selectionTimeout,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("20s") Duration answerTimeout) {}
