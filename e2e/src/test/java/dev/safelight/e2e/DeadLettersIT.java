package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nothing in the stories so far was anybody's bug: neither bad images nor good ones are parked. */
@OnStack
@Order(8)
class DeadLettersIT {

  @Test
  void nothingIsParked(SafelightStack stack) {
    var parked = Downstream.deadLetters(stack);

    assertThat(parked).containsKeys("image.uploaded.scanner-dlt", "image.cleared.processor-dlt");
    assertThat(parked.values()).as(parked.toString()).containsOnly(0L);
  }
}
