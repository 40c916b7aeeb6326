package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.audit.AuditTrail;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.person.ExportSlots;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

class ExportApiTest extends RunningService {

  private static final String PATH = "/api/me/export";

  private final String owner = "user-" + UUID.randomUUID();
  private final String token = token(owner, "rw");
  @Autowired private AuditTrail trail;
  @Autowired private ExportSlots slots;
  @Autowired private AccessLog accesses;

  @AfterEach
  void mendTheStore() {
    s3.setAway(false);
    s3.setBreaking(false);
  }

  @Test
  void givesRecordsPicturesAndItemsOfOneself() throws IOException {
    var ready = ready("holiday.png");
    var pending = pending("later.png");
    pendingOf(Samples.STRANGER, "theirs.png");
    item("shoe-" + owner);

    var files = export();

    assertThat(files)
        .containsKeys(
            "account.json",
            "images/" + ready + "/image.json",
            "images/" + ready + "/holiday.png",
            "images/" + pending + "/image.json")
        .hasSize(5);
    assertThat(files.get("images/" + ready + "/holiday.png")).isEqualTo(bytes("original"));
    assertThat(text(files, "images/" + ready + "/image.json"))
        .contains("\"id\" : \"" + ready + '"', "\"altText\" : \"A beach\"");
    assertThat(files.keySet()).anyMatch(name -> name.startsWith("items/"));
    assertThat(text(files, "account.json")).contains(owner);
  }

  @Test
  void whatIsDeletedAndMayComeBackIsInIt() throws IOException {
    var id = ready("holiday.png");
    request(HttpMethod.DELETE, token, "/api/images/{id}", id)
        .exchange()
        .expectStatus()
        .isNoContent();

    assertThat(export())
        .containsKeys("images/" + id + "/image.json", "images/" + id + "/holiday.png");
  }

  @Test
  void whoLookedIsInIt() throws IOException {
    var id = ready("holiday.png");
    var picture = new Access.Picture(id, owner, "large");
    var entries =
        IntStream.range(0, 501)
            .mapToObj(
                n ->
                    new Access(
                        UUID.randomUUID(),
                        Samples.START.plusSeconds(n),
                        picture,
                        Access.Action.OPENED,
                        Samples.FRIEND,
                        null,
                        null,
                        "198.51.100.0/24"))
            .toList();
    accesses.record(entries).block();

    var log = new JsonMapper().readTree(export().get("images/" + id + "/access-log.json"));
    assertThat(log).hasSize(501);
    assertThat(log.get(500).get("who").asString()).isEqualTo(Samples.FRIEND);
  }

  @Test
  void noNameLeadsOutOfTheArchive() throws IOException {
    ready("../../../etc/passwd");
    ready("..\\..\\windows\\system.ini");
    ready("/absolute.png");
    item("..");

    assertThat(export().keySet())
        .allMatch(name -> name.matches("[a-z]+(\\.json|/[0-9a-f-]{36}(\\.json|/[a-z.]+))"));
  }

  @Test
  void aPictureThatIsNotThereIsSaidToBeMissing() throws IOException {
    var id = upload(owner, "lost.png");
    image(Samples.processed(id));

    assertThat(export()).containsKey("images/" + id + "/picture-missing.txt");
  }

  @Test
  void aStoreThatGoesAwayBreaksTheConnection() {
    ready("holiday.png");
    s3.setBreaking(true);
    assertThatThrownBy(this::export).hasStackTraceContaining("prematurely");

    s3.setAway(true);
    assertThatThrownBy(this::export).hasStackTraceContaining("prematurely");
  }

  @Test
  void thereIsOneAtATime() throws IOException {
    slots.take(owner, "another").block();
    get(token, PATH)
        .exchange()
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .valueEquals("Retry-After", "60")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:export-running");

    slots.giveBack(owner, "another").block();
    export();
    export();
  }

  @Test
  void itIsNoted() throws IOException {
    export();
    var period = new AuditQuery.Period(null, null);
    assertThat(
            trail
                .list(new AuditQuery(owner, null, null, period, null), 10)
                .map(AuditEntry::action)
                .collectList()
                .block())
        .containsExactly("account.exported");
  }

  @Test
  void needsATokenThatMayRead() {
    get("", PATH).exchange().expectStatus().isUnauthorized();
    get(token(owner, "w"), PATH).exchange().expectStatus().isForbidden();
    get(token, PATH + "?of=" + Samples.OWNER).exchange().expectStatus().isBadRequest();
  }

  private Map<String, byte[]> export() throws IOException {
    var answer =
        get(token, PATH)
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/zip")
            .expectHeader()
            .valueMatches("Content-Disposition", "attachment; filename=\"safelight-[0-9-]+.zip\"")
            .expectHeader()
            .valueEquals("Cache-Control", "no-store")
            .expectBody(byte[].class)
            .returnResult();
    return ZipArchiveTest.unzipped(answer.getResponseBodyContent());
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8);
  }

  private void item(String id) {
    http.post()
        .uri("/api/items")
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("id", id))
        .exchange();
  }

  private UUID ready(String name) {
    var id = upload(owner, name);
    for (var variant : Samples.development(id).variants()) {
      s3.put("images", variant.objectKey(), bytes(variant));
    }
    return image(Samples.processed(id));
  }

  private UUID pending(String name) {
    return upload(owner, name);
  }

  private void pendingOf(String account, String name) {
    upload(account, name);
  }

  private UUID upload(String account, String name) {
    var sample = Samples.upload().original();
    var original =
        new Original(
            name, sample.mimeType(), sample.size(), sample.dimensions(), sample.checksums());
    var details = Samples.details(false);
    var upload = new Upload(account, original, "{}", Samples.upload().at());
    var stated =
        new ImageDetails(
            details.placement(), details.description(), new Audience(false, java.util.List.of()));
    return image(new ImageEvent.Uploaded(UUID.randomUUID(), Samples.id(), upload, stated, false));
  }
}
