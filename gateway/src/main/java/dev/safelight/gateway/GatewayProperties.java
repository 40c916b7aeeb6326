package dev.safelight.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway stands in front of, and what it lets through.
 *
 * @param ingestUrl address of the ingest service
 * @param metadataUrl address of the metadata service
 * @param allowedOrigins origins whose pages may call the API from a browser, such as {@code
 *     https://shop.example}; none by default. Our own public one too, where a proxy in front of us
 *     ends TLS, since we then can't tell it by the request
 * @param maxRequestSize largest body of a request; what ingest takes, and no more: it would close
 *     the connection, and we could not tell its answer
 * @param responseTimeout longest silence of a service that has the whole request; more than the 30
 *     s an uploader may ask to wait and the 30 s an absent broker may take
 * @param trustedProxies addresses, as a regular expression, of proxies in front of us whose word on
 *     for whom they speak ({@code Forwarded}, {@code X-Forwarded-*}) is passed on; none by default
 * @param https whether browsers reach us by HTTPS only; then they are told to insist on it
 */
@Validated
@ConfigurationProperties("safelight.gateway")
record GatewayProperties(
    @DefaultValue("http://127.0.0.1:8081") URI ingestUrl,
    @DefaultValue("http://127.0.0.1:8084") URI metadataUrl,
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("100MB") DataSize maxRequestSize,
    @DefaultValue("75s") Duration responseTimeout,
    @DefaultValue("") String trustedProxies,
    @DefaultValue("false") boolean https) {}
