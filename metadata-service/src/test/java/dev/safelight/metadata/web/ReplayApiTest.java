package dev.safelight.metadata.web;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.replay.Purpose;
import dev.safelight.metadata.replay.Replay;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** Images that an administrator sends through the pipeline once more, over HTTP. */
class ReplayApiTest extends RunningService {

  private static final String RESCAN = "/api/images/{id}/rescan";
  private static final String REPROCESS = "/api/images/{id}/reprocess";

  @Autowired List<Replay> replayed;
  @Autowired MongoCollection<Document> images;

  @BeforeEach
  void forget() {
    replayed.clear();
  }

  @AfterEach
  void comeBack() {
    s3.setAway(false);
  }

  @Test
  void imageIsSentOnWithWhatItsUploaderAskedFor() {
    var id = kept(ready(true));

    post(ADMIN, REPROCESS, id).expectStatus().isAccepted().expectBody().isEmpty();
    post(ADMIN, RESCAN, id).expectStatus().isAccepted();

    assertThat(replayed)
        .extracting(Replay::purpose)
        .containsExactly(Purpose.REPROCESS, Purpose.RESCAN);
    var image = replayed.getFirst().image();
    assertThat(image.id()).isEqualTo(id);
    assertThat(image.upload().request()).isEqualTo("{\"variantSet\":\"web\"}");
    assertThat(image.status()).isEqualTo(ImageStatus.READY);
  }

  @Test
  void whoAskedIsInTheAuditLog() {
    var id = kept(ready(false));
    post(ADMIN, RESCAN, id).expectStatus().isAccepted();

    get(ADMIN, "/api/admin/audit?target=" + id)
        .exchange()
        .expectBody()
        .jsonPath("$.entries[0].id")
        .isEqualTo(replayed.getFirst().id().toString())
        .jsonPath("$.entries[0].action")
        .isEqualTo("image.rescanned")
        .jsonPath("$.entries[0].actor")
        .isEqualTo(Samples.ADMIN);
  }

  @Test
  void whatIsNotDecidedYetCanBeSentAgainToo() {
    var id = kept(image(Samples.uploaded(Samples.id(), false)));
    post(ADMIN, REPROCESS, id).expectStatus().isAccepted();
    assertThat(replayed).hasSize(1);
  }

  @Test
  void withoutTheOriginalThereIsNothingToScan() {
    refused(ready(true), "original-gone");
  }

  /** Or its own variants would be gone. */
  @Test
  void whatItsUploaderAskedForHasToBeKnown() {
    var id = kept(ready(true));
    var old = eq("_id", id.toString());
    Mono.from(images.updateOne(old, unset("upload.request"))).block();
    refused(id, "request-unknown");
  }

  @Test
  void whatIsDeletedForNowCanBeScannedBeforeItComesBack() {
    var id = kept(ready(true));
    request(HttpMethod.DELETE, OWNER, "/api/images/{id}", id).exchange();
    post(OWNER, RESCAN, id).expectStatus().isForbidden();
    post(ADMIN, RESCAN, id).expectStatus().isAccepted();
  }

  @Test
  void rejectionIsFinal() {
    var id = Samples.id();
    refused(kept(image(Samples.uploaded(id, true), Samples.rejected(id))), "rejected");
  }

  @Test
  void nobodyElseMay() {
    var shown = kept(ready(true));
    post(OWNER, RESCAN, shown).expectStatus().isForbidden();
    post(MODERATOR, REPROCESS, shown).expectStatus().isForbidden();
    post("", REPROCESS, shown).expectStatus().isUnauthorized();
    post(token(Samples.ADMIN, "ra"), RESCAN, shown).expectStatus().isForbidden();
    post(ADMIN, RESCAN, Samples.id()).expectStatus().isNotFound();
    post(ADMIN, RESCAN + "?force=true", shown).expectStatus().isBadRequest();
    assertThat(replayed).isEmpty();
  }

  @Test
  void storeThatIsAwayIsAnOutage() {
    var id = kept(ready(true));
    s3.setAway(true);
    post(ADMIN, RESCAN, id).expectStatus().isEqualTo(503);
    assertThat(replayed).isEmpty();
  }

  private void refused(UUID id, String type) {
    post(ADMIN, REPROCESS, id)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .value(String.class, found -> assertThat(found).endsWith(type));
    assertThat(replayed).isEmpty();
  }

  private ResponseSpec post(String token, String path, UUID id) {
    return request(HttpMethod.POST, token, path, id).exchange();
  }

  private UUID kept(UUID id) {
    s3.put("quarantine", Original.keyOf(id), new byte[1]);
    return id;
  }
}
