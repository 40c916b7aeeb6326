package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.AccountErased;
import dev.safelight.event.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody takes all they have with them and has it erased: the administrator, whom the other
 * stories need for their role alone.
 */
@OnStack
@Order(30)
class PersonIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ERASE = "/api/me?confirm=erase-everything";

  private final SafelightStack stack;
  private final Client demo;
  private final Client admin;

  PersonIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.admin = Client.admin(stack);
  }

  @Test
  void everythingIsGivenThenErased() throws IOException {
    var image = admin.ready(Files.unique(new Random()));
    var id = image.path("id").asString();
    var account = image.path("owner").asString();
    var item = "album-" + UUID.randomUUID();
    admin.post("/api/items", "{\"id\": \"" + item + "\"}").expect(201);
    var shared = demo.ready(Files.unique(new Random())).path("id").asString();

    assertExported(image);
    admin.delete("/api/me").expect(400);

    var begun = admin.delete(ERASE).expect(202);
    var complete = completed(begun.header("Location"));

    assertThat(complete.path("erased").path("images").asLong()).isPositive();
    assertThat(complete.path("erased").path("items").asLong()).isPositive();
    assertThat(complete.path("genuine").asBoolean()).isTrue();
    assertThat(genuine(begun.header("Location"), begun.text("signature"))).isTrue();
    assertThat(genuine(begun.header("Location"), "made-up")).isFalse();
    admin.get("/api/images/" + id).expect(410);
    admin.get("/api/images/" + id + "/content").expect(410);
    admin.get("/api/items/" + item).expect(404);
    assertThat(admin.get("/api/images").expect(200).json().path("images")).isEmpty();
    demo.get("/api/images/" + shared).expect(200);
    assertToldAndForgotten(account, begun.text("id"));

    var again = admin.ready(Files.unique(new Random())).path("id").asString();
    admin.get("/api/images/" + again).expect(200);
  }

  private void assertExported(JsonNode image) throws IOException {
    var answer = admin.get("/api/me/export").expect(200);
    var files = unzipped(answer.bytes());
    var folder = "images/" + image.path("id").asString() + '/';
    var record = JSON.readTree(files.get(folder + "image.json"));
    assertThat(record.path("checksums")).isEqualTo(image.path("checksums"));
    var original = image.path("variants").path("original");
    assertThat(files.entrySet())
        .filteredOn(file -> file.getKey().startsWith(folder + "picture."))
        .singleElement()
        .satisfies(file -> assertThat(file.getValue()).hasSize(original.path("size").asInt()));
  }

  /** Nobody needs a token to look. */
  private JsonNode completed(String location) {
    return Awaitility.await("the receipt is complete")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> Client.anonymous(stack).get(location).expect(200).json(),
            receipt -> receipt.path("state").asString().equals("complete"));
  }

  private boolean genuine(String location, String signature) {
    return Client.anonymous(stack)
        .get(location + "?signature=" + signature)
        .expect(200)
        .json()
        .path("genuine")
        .asBoolean();
  }

  private void assertToldAndForgotten(String account, String receipt) {
    try (var downstream = new Downstream(stack)) {
      var erased = downstream.await(Topics.ACCOUNT_ERASED, account, AccountErased.class);
      assertThat(erased.getReceiptId()).hasToString(receipt);
    }
    Awaitility.await("nothing is used")
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get("/api/me/usage").json().path("used").asLong() == 0);
    var entries = admin.get("/api/admin/audit?target=" + receipt).expect(200).json();
    assertThat(entries.path("entries").path(0).path("actor").asString()).isEqualTo("erased");
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
