package dev.safelight.metadata.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may say for whom it speaks.
 *
 * @param trustedProxies addresses (CIDR) of those whose {@code X-Forwarded-For} is believed: the
 *     gateway. Everybody else is taken by the address of the connection
 */
@ConfigurationProperties("safelight.metadata")
record ProxyProperties(@DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> trustedProxies) {}
