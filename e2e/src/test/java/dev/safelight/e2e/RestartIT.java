package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Fates;
import dev.safelight.e2e.api.Uploaders;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A stack that is started again has everything it had, however it ended. */
@OnStack
@Order(91)
class RestartIT {

  private final SafelightStack stack;
  private final Client demo;

  RestartIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void cleanRestartKeepsEverything() {
    var image = demo.ready(Files.write("jpeg", Scene.draw(800, 600)));
    var path = "/api/images/" + image.path("id").asString();
    var record = demo.get(path).expect(200).json();
    var picture = demo.get(path + "/content/large").expect(200).bytes();

    stack.stop();
    stack.start();

    assertThat(demo.get(path).expect(200).json()).isEqualTo(record);
    assertThat(demo.get(path + "/content/large").expect(200).bytes()).isEqualTo(picture);
    assertThat(demo.ready(Files.write("png", Scene.draw(300, 200))).path("status").asString())
        .isEqualTo("ready");
  }

  /** The parts go on without it, and the next one ends them before it starts its own. */
  @Test
  void supervisorKilledAloneLosesNoUpload() {
    try (var uploaders = new Uploaders(demo)) {
      uploaders.awaitMore(5);
      stack.killSupervisor();
      uploaders.awaitMore(10);
      stack.start();

      var promised = uploaders.stop();
      var fates = new Fates(demo);
      fates.assertAllBecomeReady(promised);
      fates.assertOneRecordEach(promised);
    }
  }

  @Test
  void everythingKilledAtOnceLosesNoUpload() {
    try (var uploaders = new Uploaders(demo)) {
      uploaders.awaitMore(15);
      stack.killEverything();
      var promised = uploaders.stop();

      stack.start();

      var fates = new Fates(demo);
      fates.assertAllBecomeReady(promised);
      fates.assertOneRecordEach(promised);
    }
    assertThat(Downstream.deadLetters(stack).values()).containsOnly(0L);
  }
}
