package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressesTest {

  private final ClientAddresses addresses =
      new ClientAddresses(new ProxyProperties(List.of("127.0.0.0/8", "10.1.0.0/16", "fd00::/8")));

  @ParameterizedTest
  @CsvSource({
    "a trusted proxy,              127.0.0.1,   198.51.100.7,             198.51.100.7",
    "several of them,              127.0.0.1,   '198.51.100.7, 10.1.2.3', 198.51.100.7",
    "what the client made up,      127.0.0.1,   '1.2.3.4, 198.51.100.7',  198.51.100.7",
    "a proxy that has no word,     127.0.0.1,   '',                       127.0.0.1",
    "a name is not looked up,      127.0.0.1,   localhost,                127.0.0.1",
    "nonsense before an address,   127.0.0.1,   '<script>, 198.51.100.7', 198.51.100.7",
    "nonsense behind it,           127.0.0.1,   '198.51.100.7, <script>', 127.0.0.1",
    "a stranger is not believed,   203.0.113.9, 198.51.100.7,             203.0.113.9",
    "nor with a trusted address,   203.0.113.9, 10.1.2.3,                 203.0.113.9",
    "a proxy by IPv6,              fd00::1,     198.51.100.7,             198.51.100.7",
    "IPv4 in IPv6 is IPv4,         127.0.0.1,   ::ffff:198.51.100.7,      198.51.100.7",
    "a network by IPv6,            127.0.0.1,   2001:db8:1:2:3:4:5:6,     2001:db8:1:2:0:0:0:0/64",
    "another of the same network,  127.0.0.1,   2001:db8:1:2:ffff::1,     2001:db8:1:2:0:0:0:0/64",
    "a stranger by IPv6,           2001:db8::7, 198.51.100.7,             2001:db8:0:0:0:0:0:0/64",
  })
  void find(String what, String peer, String header, String expected) {
    var request =
        MockServerHttpRequest.post("/api/images")
            .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1234));
    if (!header.isEmpty()) {
      request.header("X-Forwarded-For", header);
    }
    assertThat(addresses.of(request.build())).as(what).isEqualTo(expected);
  }

  @Test
  void headersAreReadInTheirOrder() {
    var request =
        MockServerHttpRequest.post("/api/images")
            .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1234))
            .header("X-Forwarded-For", "1.2.3.4")
            .header("X-Forwarded-For", "198.51.100.7");

    assertThat(addresses.of(request.build())).isEqualTo("198.51.100.7");
  }
}
