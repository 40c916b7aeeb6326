package dev.safelight.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.TrustedProxies;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services who is calling: one address in {@code X-Forwarded-For}, that of the connection or,
 * where a trusted proxy is at its other end, the last one that proxy was told which is not a
 * trusted proxy's. The filters of Spring Cloud Gateway, which come before, drop what strangers say
 * in any such header; the one that appends to a trusted one's would pass on what was made up before
 * it.
 */
@Component
class ClientAddressFilter implements HttpHeadersFilter, Ordered {

  static final String HEADER = "X-Forwarded-For";

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Optional<TrustedProxies> trusted;

  ClientAddressFilter(GatewayProperties gateway) {
    this.trusted =
        Optional.of(gateway.trustedProxies())
            .filter(regex -> !regex.isBlank())
            .map(TrustedProxies::from);
  }

  @Override
  public HttpHeaders filter(HttpHeaders filtered, ServerWebExchange exchange) {
    var headers = new HttpHeaders();
    headers.putAll(filtered);
    headers.remove(HEADER);
    Optional.ofNullable(exchange.getRequest().getRemoteAddress())
        .map(InetSocketAddress::getAddress)
        .map(peer -> client(peer, exchange.getRequest().getHeaders().getOrEmpty(HEADER)))
        .ifPresent(client -> headers.set(HEADER, client));
    return headers;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  private String client(InetAddress peer, List<String> headers) {
    var client = text(peer);
    var hops = COMMA.splitAsStream(String.join(",", headers)).toList().reversed();
    for (var hop : hops) {
      var said = literal(hop);
      if (!isTrusted(client) || said.isEmpty()) {
        break;
      }
      client = text(said.get());
    }
    return client;
  }

  private boolean isTrusted(String address) {
    return trusted.filter(proxies -> proxies.isTrusted(address)).isPresent();
  }

  /** Never a look-up of a name. */
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without the name of a network card of ours. */
  private static String text(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }
}
