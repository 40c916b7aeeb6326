package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.Samples;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** When listeners are not taken, or not kept. */
@TestPropertySource(
    properties = {
      "safelight.metadata.live.per-instance=3",
      "spring.lifecycle.timeout-per-shutdown-phase=60s"
    })
class LiveLimitsTest extends ListeningTest {

  private static final String SLOW = token("live-slow", "r");

  @Autowired ConfigurableApplicationContext context;

  @Test
  void whoFindsNoRoomIsToldToComeBack() throws Exception {
    for (var account : new String[] {"a", "b", "c"}) {
      listen(token("live-" + account, "r"), EVENTS, "").first();
    }
    get(token("live-d", "r"), EVENTS)
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals("Retry-After", "10")
        .expectHeader()
        .valueEquals("Content-Type", "application/problem+json")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:too-many-listeners");
    streams.removeLast().close();
    Awaitility.await().untilAsserted(() -> listen(token("live-d", "r"), EVENTS, ""));
  }

  /** What does not fit into the buffers of the network any more waits in the catalog. */
  @Test
  void whoReadsNothingIsCutOffAndHearsTheRestLater() throws Exception {
    var stream = listen(SLOW, EVENTS, "");
    var opened = stream.first().id();
    stream.close();
    UUID last = null;
    for (int i = 0; i < 100; i++) {
      last = Samples.id();
      happen(Samples.uploadedBy("live-slow", last));
      happen(lengthy(last));
    }
    try (var socket = listenWithoutReading(opened)) {
      Awaitility.await().until(() -> live.listeners() == 1);
      Awaitility.await().until(() -> live.listeners() == 0);
      assertThat(socket.isClosed()).isFalse();
    }
    var again = listen(SLOW, EVENTS, opened);
    while (!again.next().image().equals(last.toString())) {
      assertThat(again.comments()).isLessThan(100);
    }
  }

  /** Clients go on elsewhere; the server would wait for them for a minute. */
  @Test
  @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
  void streamsEndAtOnceWhenTheServiceStops() throws Exception {
    var stream = listen(SLOW, EVENTS, "");
    stream.first();
    var began = System.nanoTime();
    context.stop();

    stream.awaitEnd();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  private Socket listenWithoutReading(String last) throws Exception {
    var socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nLast-Event-ID: %s\r\n\r\n"
            .formatted(EVENTS, SLOW, last);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  private static ImageEvent lengthy(UUID id) {
    var why = Samples.rejection();
    var detail = why.detail().repeat(1000);
    return new ImageEvent.Rejected(
        UUID.randomUUID(), id, new Rejection(why.reason(), detail, why.stage(), why.at()));
  }
}
