package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** {@code Prefer: wait=N}. */
@IngestWebTest
class WaitingUploadTest {

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;

  @Test
  void isAnsweredWithTheReadyImage() {
    pipeline.fates = id -> new Fate.Ready("{\"id\":\"" + id + "\",\"status\":\"ready\"}");

    var answer = Forms.withPicture().post(http, "Prefer", "respond-async, wait=10");

    var id = pipeline.announced.getFirst().id().toString();
    answer
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Location", "/api/images/" + id)
        .expectHeader()
        .valueEquals("X-Image-ID", id)
        .expectHeader()
        .valueEquals("Preference-Applied", "wait=10")
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("ready")
        .jsonPath("$.id")
        .isEqualTo(id);
    assertThat(pipeline.asked).containsExactly("10 " + Forms.TOKEN);
  }

  @Test
  void isToldWhyTheImageWasRejected() {
    pipeline.fates = id -> new Fate.Rejected("infected", "The file holds malware.");

    Forms.withPicture()
        .post(http, "Prefer", "wait=10")
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .valueEquals("Preference-Applied", "wait=10")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:rejected")
        .jsonPath("$.reason")
        .isEqualTo("infected")
        .jsonPath("$.detail")
        .isEqualTo("The file holds malware.")
        .jsonPath("$.errors[0].field")
        .isEqualTo("file")
        .jsonPath("$.id")
        .isEqualTo(pipeline.announced.getFirst().id().toString());
  }

  @Test
  void isPendingWhenTheTimeIsOver() {
    pipeline.fates = id -> new Fate.Undecided();

    Forms.withPicture()
        .post(http, "Prefer", "wait=99")
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Preference-Applied", "wait=30")
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("pending");
  }

  @Test
  void isPendingAtOnceWhenNobodyKnows() {
    Forms.withPicture()
        .post(http, "Prefer", "wait=10")
        .expectStatus()
        .isCreated()
        .expectHeader()
        .doesNotExist("Preference-Applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wait=0", "wait=-1", "wait=soon", "wait", "await=5", "x=\"wait=5\"", "wait=1.5"})
  void isNotHeldForAnythingElse(String preference) {
    Forms.withPicture().post(http, "Prefer", preference).expectStatus().isCreated();
    assertThat(pipeline.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WAIT=5", "wait = \"5\"", "return=minimal; a=b, wait=5; c", "wait=5,wait=9"})
  void isHeldHoweverItIsWritten(String preference) {
    Forms.withPicture().post(http, "Prefer", preference).expectStatus().isCreated();
    assertThat(pipeline.asked).containsExactly("5 " + Forms.TOKEN);
  }
}
