package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who sends more than is allowed is told when to come back. */
@OnStack
@Order(9)
class RatesIT {

  private final Client demo;

  RatesIT(SafelightStack stack) {
    this.demo = Client.demo(stack);
  }

  @Test
  void itemTakesSoManyImagesADay() {
    var item = "rates-" + UUID.randomUUID();
    demo.post("/api/items", "{\"id\": \"%s\", \"kind\": \"album\"}".formatted(item)).expect(201);
    var picture = Files.write("png", Scene.draw(60, 40));
    for (int i = 0; i < SafelightStack.ITEM_LIMIT; i++) {
      var taken = demo.upload(form(item, picture)).expect(201);
      assertThat(taken.header("RateLimit")).contains("\"user\";r=");
      assertThat(taken.header("RateLimit-Policy")).contains("\"address\";q=");
    }

    var refusal = demo.upload(form(item, picture)).expect(429);

    assertThat(refusal.text("type")).isEqualTo("urn:safelight:problem:rate-limited");
    assertThat(Long.parseLong(refusal.header("Retry-After"))).isPositive();
    demo.upload(Form.of("other.png", picture)).expect(201);
  }

  private static Form form(String item, byte[] picture) {
    return new Form().field("itemId", item).file("picture.png", picture);
  }
}
