package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.moderation.HeardDecisions;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** What moderators see and decide, over HTTP. */
class ModerationApiTest extends RunningService {

  private static final String MODERATOR = token("user-moderator", "rwm");
  private static final String IMAGE = "/api/images/{id}";

  @Autowired Catalog catalog;
  @Autowired HeardDecisions decisions;
  @Autowired MongoCollection<Document> images;

  @Test
  void heldImageIsSeenOnceItIsApprovedAndNoMoreOnceItIsRefused() {
    var id = held();
    get(STRANGER, IMAGE, id).exchange().expectStatus().isNotFound();
    get(MODERATOR, IMAGE + "/content/tiny", id).exchange().expectStatus().isOk();
    get(MODERATOR, "/api/admin/moderation?limit=100")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.images[?(@.id == '" + id + "')].status")
        .isEqualTo("held");

    decide(MODERATOR, id, "{\"decision\": \"approve\"}").expectStatus().isNoContent();
    get(STRANGER, IMAGE, id).exchange().expectStatus().isOk();

    decide(MODERATOR, id, "{\"decision\": \"refuse\", \"reason\": \"Not nice.\"}")
        .expectStatus()
        .isNoContent();
    get(STRANGER, IMAGE, id).exchange().expectStatus().isNotFound();
    get(OWNER, IMAGE, id)
        .exchange()
        .expectBody()
        .jsonPath("$.rejection.detail")
        .isEqualTo("Not nice.");
  }

  @Test
  void onlyModeratorsDecideAndNotOnTheirOwnImages() {
    var id = held();
    var approve = "{\"decision\": \"approve\"}";
    decide(OWNER, id, approve).expectStatus().isForbidden();
    decide("", id, approve).expectStatus().isUnauthorized();
    decide(token(Samples.OWNER, "rwm"), id, approve).expectStatus().isForbidden();
    decide(MODERATOR, ready(false), approve).expectStatus().isNotFound();
    decide(MODERATOR, id, "{\"decision\": \"maybe\"}").expectStatus().isEqualTo(422);
    decide(MODERATOR, id, "{\"decision\": \"approve\", \"x\": 1}").expectStatus().isBadRequest();
    get(OWNER, "/api/admin/moderation").exchange().expectStatus().isForbidden();

    assertThat(catalog.find(id).block().status()).isEqualTo(ImageStatus.HELD);
  }

  @Test
  void classifierTakesDownWhatWasNeverHeld() {
    var id = ready(true);
    var decision = new Decision(false, "classifier-1", null, Instant.now().minusSeconds(5));
    decisions.hear(new ImageEvent.Moderated(UUID.randomUUID(), id, decision, 0)).block();
    get(STRANGER, IMAGE, id).exchange().expectStatus().isNotFound();
    decide(ADMIN, id, "{\"decision\": \"approve\"}").expectStatus().isNoContent();

    get(STRANGER, IMAGE, id).exchange().expectStatus().isOk();
  }

  private ResponseSpec decide(String token, UUID id, String json) {
    var request = http.method(HttpMethod.POST).uri(IMAGE + "/moderation", id);
    if (!token.isEmpty()) {
      request.headers(headers -> headers.setBearerAuth(token));
    }
    return request.contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
  }

  private UUID held() {
    var id = ready(true);
    var hold = new Document("$set", new Document("onHold", true));
    Mono.from(images.updateOne(new Document("_id", id.toString()), hold)).block();
    return id;
  }
}
