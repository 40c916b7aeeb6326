package dev.safelight.webapi;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed.
 *
 * @param issuer issuer of the tokens, whose OpenID Connect discovery document names its keys
 * @param audience audience a token has to be made for
 */
@Validated
@ConfigurationProperties("safelight.oidc")
record OidcProperties(
    @NotBlank String issuer, @DefaultValue("safelight") @NotBlank String audience) {}
