package dev.safelight.ingest.web;

import dev.safelight.webapi.ForwardedAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where requests come from, as far as limits tell senders apart. */
@Component
class ClientAddresses {

  /** Somebody who has one IPv6 address has at least 2^64 of them. */
  private static final int NETWORK_BYTES = 8;

  private static final String UNKNOWN = "unknown";

  private final ForwardedAddresses addresses;

  ClientAddresses(ProxyProperties proxies) {
    this.addresses = new ForwardedAddresses(proxies.trustedProxies());
  }

  /** The sender's IPv4 address or IPv6 network, as text. */
  String of(ServerHttpRequest request) {
    return addresses.of(request).map(ClientAddresses::shown).orElse(UNKNOWN);
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
