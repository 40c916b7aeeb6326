package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.person.ErasureJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class ErasureApiTest extends RunningService {

  private static final String CONFIRMED = "/api/me?confirm=erase-everything";

  private final String owner = "user-" + UUID.randomUUID();
  private final String token = token(owner, "rw");
  @Autowired private ErasureJob job;
  @Autowired private MongoCollection<Document> images;
  @Autowired private List<Erasure> erased;

  @Test
  void everythingGoesAndTheReceiptProvesIt() {
    var id = ready();
    var receipt = erase();
    assertThat(receipt.get("state").asString()).isEqualTo("in-progress");
    assertThat(receipt.get("erased").isNull()).isTrue();
    assertThat(erase().get("id")).as("the same until it is complete").isEqualTo(receipt.get("id"));

    var complete = completed(receipt.get("id").asString());

    assertThat(complete.get("erased").get("images").asLong()).isEqualTo(1);
    assertThat(complete.get("erased").get("objects").asLong()).isEqualTo(6);
    assertThat(complete.get("genuine").asBoolean()).isTrue();
    assertThat(complete.toString()).doesNotContain(owner);
    get(token, "/api/images/{id}", id).exchange().expectStatus().is4xxClientError();
    assertThat(erased).extracting(Erasure::account).contains(owner);
    var signature = receipt.get("signature").asString();
    assertThat(receipt(receipt, signature).get("genuine").asBoolean()).isTrue();
    assertThat(receipt(receipt, signature + 'x').get("genuine").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/me",
        "/api/me?confirm=yes",
        CONFIRMED + "&confirm=erase-everything",
        CONFIRMED + "&now=true"
      })
  void whoDoesNotConfirmKeepsEverything(String uri) {
    var id = ready();
    request(HttpMethod.DELETE, token, uri).exchange().expectStatus().isBadRequest();
    job.advance().block();
    get(token, "/api/images/{id}", id).exchange().expectStatus().isOk();
  }

  @Test
  void itIsForThoseAloneWhoMayWrite() {
    request(HttpMethod.DELETE, "", CONFIRMED).exchange().expectStatus().isUnauthorized();
    request(HttpMethod.DELETE, token(owner, "r"), CONFIRMED)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0199d3c1-7c43-4a51-9d4c-2f6a1b0c9e11", "nonsense", "1-1-1-1-1"})
  void whatIsNoReceiptIsNotFound(String id) {
    get("", "/api/receipts/{id}", id).exchange().expectStatus().isNotFound();
  }

  private JsonNode erase() {
    return request(HttpMethod.DELETE, token, CONFIRMED)
        .exchange()
        .expectStatus()
        .isAccepted()
        .expectHeader()
        .valueMatches("Location", "/api/receipts/[0-9a-f-]{36}")
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  /** Without a token, as whoever has the address may see it. */
  private JsonNode completed(String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              job.advance().block();
              purgeDue();
              return body("/api/receipts/" + id);
            },
            receipt -> receipt.get("state").asString().equals("complete"));
  }

  /** As the job for that does, which has tests of its own. */
  private void purgeDue() {
    var due = Filters.lte("deletion.restorableUntil", Date.from(Instant.now()));
    Mono.from(images.deleteMany(due)).block();
  }

  private JsonNode receipt(JsonNode receipt, String signature) {
    return body("/api/receipts/" + receipt.get("id").asString() + "?signature=" + signature);
  }

  private JsonNode body(String uri) {
    return get("", uri)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  private UUID ready() {
    var id = Samples.id();
    var sample = Samples.details(false);
    var details =
        new ImageDetails(sample.placement(), sample.description(), new Audience(false, List.of()));
    var upload = new Upload(owner, Samples.upload().original(), "{}", Samples.upload().at());
    for (var variant : Samples.development(id).variants()) {
      s3.put("images", variant.objectKey(), bytes(variant));
    }
    return image(
        new ImageEvent.Uploaded(UUID.randomUUID(), id, upload, details, false),
        Samples.processed(id));
  }
}
