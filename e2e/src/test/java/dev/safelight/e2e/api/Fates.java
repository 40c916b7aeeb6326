package dev.safelight.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** What became of images in the end. */
public final class Fates {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Client client;

  /** Asks as this client. */
  public Fates(Client client) {
    this.client = client;
  }

  /** Waits until every one of these good images is ready, through any trouble on the way. */
  public void assertAllBecomeReady(List<String> ids) {
    assertThat(ids).isNotEmpty();
    for (var id : ids) {
      Awaitility.await("image " + id + " of " + ids.size() + " is ready")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(status(id)).isEqualTo("ready"));
    }
  }

  /** Asserts that each of these images is listed, and none of all that are twice. */
  public void assertOneRecordEach(List<String> ids) {
    var listed = new ArrayList<String>();
    for (var page = "/api/images?limit=100"; !page.isEmpty(); page = next(page, listed)) {}
    assertThat(listed).doesNotHaveDuplicates().containsAll(ids);
  }

  private String next(String page, List<String> listed) {
    var answer = client.get(page).expect(200).json();
    answer.path("images").forEach(image -> listed.add(image.path("id").asString()));
    var cursor = answer.path("nextCursor");
    return cursor.isString() ? "/api/images?limit=100&cursor=" + cursor.asString() : "";
  }

  private String status(String id) {
    return client.get("/api/images/" + id + "?wait=10").expect(200).text("status");
  }
}
