package dev.safelight.metadata.web;

import dev.safelight.webapi.ForwardedAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where requests come from, told so that it could be many people: an IPv4 /24, or an IPv6 /48. */
@Component
class Networks {

  private static final String UNKNOWN = "unknown";

  private final ForwardedAddresses addresses;

  Networks(ProxyProperties proxies) {
    this.addresses = new ForwardedAddresses(proxies.trustedProxies());
  }

  String of(ServerHttpRequest request) {
    return addresses.of(request).map(Networks::shortened).orElse(UNKNOWN);
  }

  private static String shortened(InetAddress address) {
    return address instanceof Inet4Address ? network(address, 3) : network(address, 6);
  }

  private static String network(InetAddress address, int kept) {
    var bytes = address.getAddress();
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + '/' + kept * Byte.SIZE;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address stays as long as it was", e);
    }
  }
}
