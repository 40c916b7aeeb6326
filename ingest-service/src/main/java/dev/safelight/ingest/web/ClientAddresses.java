package dev.safelight.ingest.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Finds the address a request comes from: that of the connection, or, where a trusted proxy is at
 * its other end, the last one in {@code X-Forwarded-For} that is not a trusted proxy's.
 */
@Component
class ClientAddresses {

  static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Somebody who has one IPv6 address has at least 2^64 of them. */
  private static final int NETWORK_BYTES = 8;

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final String UNKNOWN = "unknown";

  private final List<IpSubnetFilterRule> trusted;

  ClientAddresses(ProxyProperties proxies) {
    this.trusted =
        proxies.trustedProxies().stream()
            .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
            .toList();
  }

  /** The sender's IPv4 address or IPv6 network, as text. */
  String of(ServerHttpRequest request) {
    return Optional.ofNullable(request.getRemoteAddress())
        .map(InetSocketAddress::getAddress)
        .map(peer -> shown(sender(peer, request.getHeaders().getOrEmpty(FORWARDED_FOR))))
        .orElse(UNKNOWN);
  }

  private InetAddress sender(InetAddress peer, List<String> headers) {
    var hops = COMMA.splitAsStream(String.join(",", headers)).toList().reversed();
    var sender = peer;
    for (var hop : hops) {
      var said = literal(hop);
      if (!isTrusted(sender) || said.isEmpty()) {
        break;
      }
      sender = said.get();
    }
    return sender;
  }

  private boolean isTrusted(InetAddress address) {
    var socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(network -> network.matches(socket));
  }

  /** Never a look-up of a name. */
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String shown(InetAddress address) {
    return address instanceof Inet6Address six ? network(six) : address.getHostAddress();
  }

  private static String network(Inet6Address address) {
    var bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address of 16 bytes", e);
    }
  }
}
