package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.Samples;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RemovalApiTest extends RunningService {

  private static final String IMAGE = "/api/images/{id}";
  private static final String RESTORE = IMAGE + "/restore";
  private static final String FOR_GOOD = IMAGE + "?permanent=true";

  @Test
  void deletedImageComesBack() {
    var id = ready(true);
    answered(HttpMethod.DELETE, OWNER, IMAGE, id, 204);
    answered(HttpMethod.GET, STRANGER, IMAGE, id, 404);

    for (int twice = 0; twice < 2; twice++) {
      answered(HttpMethod.POST, OWNER, RESTORE, id, 200)
          .expectHeader()
          .exists("ETag")
          .expectBody()
          .jsonPath("$.status")
          .isEqualTo("ready")
          .jsonPath("$.deletedAt")
          .isEmpty();
    }

    answered(HttpMethod.GET, STRANGER, IMAGE, id, 200);
    Awaitility.await().until(() -> told(id).size() == 2);
    var restored = (ImageChange.Restored) told(id).getLast();
    assertThat(restored.cause().at()).isAfter(told(id).getFirst().cause().at());
    assertThat(restored.size()).isEqualTo(Samples.upload().original().size());
  }

  @Test
  void imageIsGoneForGoodForEverybody() {
    var id = ready(true);
    s3.put("quarantine", "uploads/" + id, new byte[1]);
    s3.put("images", id + "/manifest-old.json", new byte[1]);
    answered(HttpMethod.DELETE, OWNER, FOR_GOOD, id, 204);

    assertThat(s3.keys("/images/" + id)).isEmpty();
    assertThat(s3.keys("/quarantine/uploads/" + id)).isEmpty();
    for (var token : List.of(OWNER, FRIEND, STRANGER, ADMIN)) {
      for (var path : List.of(IMAGE, IMAGE + "/content", IMAGE + "/content/thumbnail")) {
        gone(answered(HttpMethod.GET, token, path, id, 410));
      }
      gone(answered(HttpMethod.DELETE, token, IMAGE, id, 410));
      gone(answered(HttpMethod.DELETE, token, FOR_GOOD, id, 410));
      gone(answered(HttpMethod.POST, token, RESTORE, id, 410));
    }
    answered(HttpMethod.GET, "", IMAGE, id, 401);
    answered(HttpMethod.GET, "", IMAGE + "/content", id, 401);
    Awaitility.await().until(() -> told(id).getLast() instanceof ImageChange.Purged);
  }

  @Test
  void deletedImageCanBeDeletedForGood() {
    var id = ready(false);
    answered(HttpMethod.DELETE, OWNER, IMAGE, id, 204);
    answered(HttpMethod.DELETE, OWNER, FOR_GOOD, id, 204);
    answered(HttpMethod.POST, OWNER, RESTORE, id, 410);
  }

  @Test
  void storeThatIsAwayKeepsNobodyWaiting() {
    var id = ready(false);
    s3.setAway(true);
    try {
      answered(HttpMethod.DELETE, OWNER, FOR_GOOD, id, 204);
    } finally {
      s3.setAway(false);
    }
    answered(HttpMethod.GET, OWNER, IMAGE, id, 410);
  }

  @Test
  void onlyWhoMayDeleteMayDoMore() {
    var id = ready(true);
    answered(HttpMethod.DELETE, "", FOR_GOOD, id, 401);
    answered(HttpMethod.DELETE, token(Samples.OWNER, "r"), FOR_GOOD, id, 403);
    answered(HttpMethod.DELETE, FRIEND, FOR_GOOD, id, 403);
    answered(HttpMethod.DELETE, STRANGER, FOR_GOOD, ready(false), 404);
    answered(HttpMethod.DELETE, OWNER, IMAGE, id, 204);
    answered(HttpMethod.POST, "", RESTORE, id, 401);
    answered(HttpMethod.POST, STRANGER, RESTORE, id, 404);
    answered(HttpMethod.POST, token(Samples.OWNER, "r"), RESTORE, id, 403);
    answered(HttpMethod.POST, ADMIN, RESTORE, id, 200);
  }

  @Test
  void queryThatMakesNoSenseDeletesNothing() {
    var id = ready(false);
    for (var query : List.of("?permanent=yes", "?permanent=", "?permanently=true")) {
      answered(HttpMethod.DELETE, OWNER, IMAGE + query, id, 400);
    }
    answered(HttpMethod.POST, OWNER, RESTORE + "?a=b", id, 400);
    answered(HttpMethod.GET, OWNER, IMAGE, id, 200).expectBody().jsonPath("$.deletedAt").isEmpty();
  }

  private static void gone(ResponseSpec answer) {
    answer.expectBody().jsonPath("$.type").isEqualTo("urn:safelight:problem:purged");
  }

  private ResponseSpec answered(HttpMethod method, String token, String uri, UUID id, int status) {
    return request(method, token, uri, id).exchange().expectStatus().isEqualTo(status);
  }

  private List<ImageChange> told(UUID id) {
    return announced.stream().filter(change -> change.cause().imageId().equals(id)).toList();
  }
}
