package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Hostile;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Broken and lying files are refused in words, and cost no memory. */
@OnStack
@Order(3)
class HostileImageIT {

  private static final int EDGE = 50_000;

  /**
   * A bomb decoded at one bit a pixel takes 298 MiB, and 9.3 GiB as colours; what a garbage
   * collector lets lie around is far less.
   */
  private static final long MOST_GROWTH_MIB = 150;

  private static final List<String> DECODERS = List.of("ingest", "processor");

  private final SafelightStack stack;
  private final Client demo;

  HostileImageIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void truncatedPhotoIsRefusedInWords() {
    var photo = Hostile.half(Files.write("jpeg", Scene.draw(1200, 900)));

    var refusal = demo.uploadAndWait(Form.of("photo.jpg", photo)).expect(422);

    assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refusal.text("detail")).contains("cut off");
  }

  @Test
  void bombIsRefusedByItsHeader() {
    var refusal = demo.upload(Form.of("small.png", Hostile.bomb(EDGE))).expect(422);

    assertThat(refusal.text("type")).isEqualTo("urn:safelight:problem:dimensions");
    assertThat(refusal.text("detail")).contains("50000");
    assertThat(refusal.json().path("errors").path(0).path("field").asString()).isEqualTo("file");
  }

  @Test
  void hostileFilesTakeNoMemory() {
    demo.ready(Files.write("jpeg", Scene.draw(3000, 2000))); // so that all is loaded
    var bomb = Hostile.bomb(EDGE);
    var cut = Hostile.half(Files.write("png", Scene.draw(3000, 2000)));
    var before = memory();
    for (int i = 0; i < 5; i++) {
      demo.upload(Form.of("small.png", bomb)).expect(422);
      demo.uploadAndWait(Form.of("cut.png", cut)).expect(422);
    }
    var after = memory();

    for (var part : DECODERS) {
      assertThat(after.get(part) - before.get(part))
          .as("MiB that %s grew by, %s to %s", part, before, after)
          .isLessThan(MOST_GROWTH_MIB);
    }
  }

  private Map<String, Long> memory() {
    var memory = new LinkedHashMap<String, Long>();
    DECODERS.forEach(part -> memory.put(part, stack.parts().residentMiB(part)));
    return memory;
  }
}
