package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.Reservation;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Bytes that their owner has sent before, and bytes for which there is no room. */
@IngestWebTest
class DuplicateUploadTest {

  private static final UUID EARLIER = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
  private static final String SHOWN = "{\"id\": \"" + EARLIER + "\", \"size\": 1.50}";

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;

  @BeforeEach
  void reset() {
    pipeline.duplicate = Optional.of(EARLIER);
    pipeline.catalog = Mono.just(SHOWN);
  }

  @Test
  void byDefaultItIsAnotherImageThatNamesTheEarlierOne() {
    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.duplicateOf")
        .isEqualTo(EARLIER.toString());
    assertThat(pipeline.announced.getFirst().duplicateOf()).isEqualTo(EARLIER);
  }

  @Test
  void whoWantsTheEarlierOneGetsItAsTheCatalogTellsIt() {
    Forms.withPicture()
        .to("/api/images?onDuplicate=return")
        .post(http)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Location", "/api/images/" + EARLIER)
        .expectHeader()
        .valueEquals("X-Image-ID", EARLIER.toString())
        .expectBody()
        .json(SHOWN, JsonCompareMode.STRICT);
    assertThat(pipeline.announced).isEmpty();
    assertThat(pipeline.stored).isEmpty();
  }

  @Test
  void oneThatIsNotShownAnyMoreIsNotInTheWay() {
    pipeline.catalog = Mono.empty();

    Forms.withPicture().to("/api/images?onDuplicate=return").post(http).expectStatus().isCreated();
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void aCatalogThatIsAwayIsAnOutageAndLeavesNothingBehind() {
    pipeline.catalog = FakePipeline.away().then(Mono.empty());

    Forms.withPicture()
        .to("/api/images?onDuplicate=return")
        .post(http)
        .expectStatus()
        .isEqualTo(503);
    assertThat(pipeline.stored).isEmpty();
  }

  @Test
  void ofSeveralFilesEachIsAnsweredWithItsImage() {
    Forms.withPicture()
        .file("file", "again.png", Pictures.png())
        .to("/api/images?onDuplicate=return")
        .post(http)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.images[1].id")
        .isEqualTo(EARLIER.toString());
  }

  @Test
  void anAccountWithoutRoomIsToldWhatItHas() {
    pipeline.duplicate = Optional.empty();
    pipeline.room = new Reservation.Denied(1000, 900);

    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isEqualTo(413)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:quota-exceeded")
        .jsonPath("$.limit")
        .isEqualTo(1000)
        .jsonPath("$.used")
        .isEqualTo(900)
        .jsonPath("$.actualSize")
        .isNumber();
    assertThat(pipeline.stored).isEmpty();
  }
}
