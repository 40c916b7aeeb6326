package dev.safelight.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.pictures.Files;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Several people who upload one picture after the other, whatever happens to the server. */
public final class Uploaders implements AutoCloseable {

  private static final int PEOPLE = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final CountDownLatch enough = new CountDownLatch(1);
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final List<Thread> people;
  private final Client client;

  /** Begins to upload on behalf of this client. */
  public Uploaders(Client client) {
    this.client = client;
    this.people =
        IntStream.range(0, PEOPLE)
            .mapToObj(seed -> Thread.ofVirtual().start(() -> uploadUntilItIsEnough(seed)))
            .toList();
  }

  /** Returns when at least so many more uploads got a 201. */
  public void awaitMore(int count) {
    int target = acknowledged.size() + count;
    Awaitility.await(count + " more uploads are acknowledged")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> acknowledged.size() >= target);
  }

  /** Ends the uploads and answers the ids of those that got a 201. */
  public List<String> stop() {
    close();
    assertThat(acknowledged).doesNotHaveDuplicates();
    return List.copyOf(acknowledged);
  }

  private void uploadUntilItIsEnough(int seed) {
    var random = new Random(System.nanoTime() + seed);
    try {
      boolean taken;
      do {
        taken = upload(Files.unique(random));
      } while (!enough.await(taken ? 50 : 300, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Answers whether it was promised to be kept, which only a 201 does; all else is tried again with
   * another picture, and not so often that whoever comes back is kept from it.
   */
  private boolean upload(byte[] picture) {
    try {
      var answer = client.upload(Form.of("picture.jpg", picture));
      if (answer.status() == 201) {
        return acknowledged.add(answer.text("id"));
      }
    } catch (UncheckedIOException e) {
      // Nobody is there, or they were killed in the middle of it: no promise was given.
    }
    return false;
  }

  @Override
  public void close() {
    enough.countDown();
    for (var person : people) {
      try {
        assertThat(person.join(PATIENCE)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
