package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ClamdStreamPropertyTest {

  @Property(tries = 30)
  void streamsEveryByteInOrder(@ForAll @Size(max = 20_000) byte[] content) throws Exception {
    var received = new AtomicReference<byte[]>();
    try (var clamd = new FakeClamd()) {
      clamd.judge =
          bytes -> {
            received.set(bytes);
            return "stream: OK";
          };
      assertThat(new ClamdClient(clamd.settings()).scan(new ByteArrayInputStream(content)))
          .isEqualTo("stream: OK");
    }
    assertThat(received.get()).isEqualTo(content);
  }
}
