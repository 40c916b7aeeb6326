package dev.safelight.webapi;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds the address a request comes from: that of the connection, or, where a trusted proxy is at
 * its other end, the last one in {@code X-Forwarded-For} that is not a trusted proxy's.
 */
public class ForwardedAddresses {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final List<IpSubnetFilterRule> trusted;

  /** Believes those whose addresses are in these networks (CIDR), and nobody else. */
  public ForwardedAddresses(List<String> trustedProxies) {
    this.trusted =
        trustedProxies.stream()
            .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
            .toList();
  }

  /** The sender's address; empty if the connection has none. */
  public Optional<InetAddress> of(ServerHttpRequest request) {
    return Optional.ofNullable(request.getRemoteAddress())
        .map(InetSocketAddress::getAddress)
        .map(peer -> sender(peer, request.getHeaders().getOrEmpty(FORWARDED_FOR)));
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
}
