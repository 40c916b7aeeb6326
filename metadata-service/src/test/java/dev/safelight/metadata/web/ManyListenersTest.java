package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Samples;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Listeners cost a connection each, and no thread. */
@TestPropertySource(properties = "safelight.metadata.live.heartbeat=1s")
class ManyListenersTest extends ListeningTest {

  private static final int ACCOUNTS = 50;

  /** As many as an account may have; half of them to its one image, half to all it has. */
  private static final int OF_EACH = 20;

  /** What the JVM may start meanwhile for reasons of its own. */
  private static final int FEW = 20;

  @Autowired MeterRegistry meters;

  private final List<UUID> images = Stream.generate(Samples::id).limit(ACCOUNTS).toList();

  @Test
  void aThousandNeedNoThreadsAndOnlyThoseWhomItConcernsAreTold() {
    for (int account = 0; account < ACCOUNTS; account++) {
      happen(Samples.uploadedBy(account(account), images.get(account)));
    }
    try (var crowd = new Crowd(port)) {
      listen(crowd, 0, 2);
      var threads = threads();
      listen(crowd, 2, ACCOUNTS);

      assertThat(gauge()).isEqualTo(ACCOUNTS * OF_EACH);
      assertThat(threads()).isLessThan(threads + FEW);
      onlyThoseWhomItConcernsAreTold(crowd, 7);
    }
    Awaitility.await().until(() -> live.listeners() == 0);
    assertThat(gauge()).isZero();
    try (var again = new Crowd(port)) {
      listen(again, 7, 8);
    }
  }

  private void onlyThoseWhomItConcernsAreTold(Crowd crowd, int account) {
    var concerned =
        crowd.ears().stream().filter(ear -> ear.token().equals(token(account))).toList();
    happen(Samples.cleared(images.get(account)));

    assertThat(concerned).hasSize(OF_EACH);
    Awaitility.await()
        .until(() -> concerned.stream().allMatch(ear -> ear.told().contains("event:cleared")));
    awaitHeartbeats(crowd, 2);
    assertThat(crowd.ears())
        .filteredOn(ear -> ear.told().contains("event:cleared"))
        .containsExactlyInAnyOrderElementsOf(concerned);
    assertThat(concerned)
        .allMatch(ear -> ear.told().stream().distinct().count() == ear.told().size());
  }

  /**
   * From the first of these accounts to before the last; until all of them have heard something.
   */
  private void listen(Crowd crowd, int first, int last) {
    IntStream.range(first * OF_EACH, last * OF_EACH)
        .forEach(
            number -> {
              var account = number / OF_EACH;
              var ofImage = "/api/images/" + images.get(account) + "/status";
              crowd.listen(token(account), number % 2 == 0 ? EVENTS : ofImage);
            });
    awaitHeartbeats(crowd, 1);
  }

  private static void awaitHeartbeats(Crowd crowd, int more) {
    var before = crowd.ears().stream().mapToInt(Crowd.Ear::heartbeats).toArray();
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(crowd.failures()).isEmpty();
              assertThat(IntStream.range(0, before.length))
                  .filteredOn(i -> crowd.ears().get(i).heartbeats() < before[i] + more)
                  .as("listeners without heartbeats")
                  .hasSize(0);
            });
  }

  private double gauge() {
    return meters.get("safelight.metadata.live.listeners").gauge().value();
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static String account(int number) {
    return "crowd-" + number;
  }

  private static String token(int account) {
    return token(account(account), "r");
  }
}
