package dev.safelight.standalone.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the provider is told.
 *
 * @param issuer address under which everybody knows this provider, and which its tokens name
 * @param origin address of the web page whose users sign in here; gets the codes, may call from a
 *     browser
 * @param secrets folder with the users' passwords and ids and the signing key
 * @param audience what the tokens are for
 * @param tokenLife how long an access token is valid
 */
@ConfigurationProperties("safelight.signin")
record SignInSettings(
    URI issuer,
    URI origin,
    Path secrets,
    @DefaultValue("safelight") String audience,
    @DefaultValue("1h") Duration tokenLife) {}
