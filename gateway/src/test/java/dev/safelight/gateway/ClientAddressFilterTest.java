package dev.safelight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

class ClientAddressFilterTest {

  @ParameterizedTest
  @CsvSource({
    "a client,                      198.51.100.7, '',                      198.51.100.7",
    "a client that makes things up, 198.51.100.7, 1.2.3.4,                 198.51.100.7",
    "a proxy,                       10.1.2.3,     198.51.100.7,            198.51.100.7",
    "a proxy that was lied to,      10.1.2.3,     '1.2.3.4, 198.51.100.7', 198.51.100.7",
    "a proxy behind a proxy,        10.1.2.3,     '198.51.100.7,10.9.9.9', 198.51.100.7",
    "a proxy without a word,        10.1.2.3,     '',                      10.1.2.3",
    "a name,                        10.1.2.3,     localhost,               10.1.2.3",
    "IPv6,                          10.1.2.3,     2001:db8::7,             2001:db8:0:0:0:0:0:7",
  })
  void oneAddressIsPassedOn(String what, String peer, String said, String expected) {
    assertThat(passedOn("10\\..*", peer, said)).as(what).containsExactly(expected);
  }

  @Test
  void nobodyIsTrustedByDefault() {
    assertThat(passedOn("", "127.0.0.1", "1.2.3.4")).containsExactly("127.0.0.1");
  }

  private static List<String> passedOn(String trusted, String peer, String said) {
    var request =
        MockServerHttpRequest.get("/api/images")
            .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1234));
    if (!said.isEmpty()) {
      request.header("X-Forwarded-For", said);
    }
    // What the filter before us would have made of it.
    var headers = new HttpHeaders();
    headers.add("X-Forwarded-For", said + ", " + peer);
    return filter(trusted)
        .filter(headers, MockServerWebExchange.from(request))
        .getOrEmpty("X-Forwarded-For");
  }

  private static ClientAddressFilter filter(String trusted) {
    var service = URI.create("http://127.0.0.1:1");
    return new ClientAddressFilter(
        new GatewayProperties(
            service,
            service,
            List.of(),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(1),
            trusted,
            false));
  }
}
