package dev.safelight.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Answer;
import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One photo through every form of body is one and the same record. */
@OnStack
@Order(6)
class UploadFormsIT {

  private static final String QUERY =
      "?altText=sea%20gulls&caption=Summer&tags=beach&tags=sun&order=2&visibility=public"
          + "&metadata=%7B%22camera%22%3A%22X100%22%7D";

  private static final List<String> SAME_IN_ALL =
      List.of(
          "owner",
          "itemId",
          "isPrimary",
          "order",
          "originalName",
          "mimeType",
          "size",
          "dimensions",
          "altText",
          "caption",
          "tags",
          "metadata",
          "visibility",
          "sharedWith",
          "checksums");

  private final byte[] photo = Files.unique(new Random());
  private final Client demo;

  UploadFormsIT(SafelightStack stack) {
    demo = Client.demo(stack);
  }

  @Test
  void everyFormMakesTheSameRecord() throws Exception {
    var records =
        List.of(
            record(demo.upload(form())),
            record(send("application/json", json(), Map.of())),
            record(
                demo.send(
                    "POST",
                    "/api/images" + QUERY,
                    Map.of(
                        "Content-Type", "image/jpeg",
                        "Content-Disposition", "attachment; filename=\"gulls.jpg\""),
                    photo)));

    assertThat(records).allMatch(records.getFirst()::equals);
    var record = records.getFirst();
    assertThat(record.get("checksums").path("sha256").asString()).isEqualTo(hex("SHA-256"));
    assertThat(record.get("checksums").path("md5").asString()).isEqualTo(hex("MD5"));
    assertThat(record.get("originalName").asString()).isEqualTo("gulls.jpg");
    assertThat(record.get("altText").asString()).isEqualTo("sea gulls");
    assertThat(record.get("tags")).hasSize(2);
  }

  @Test
  void digestsAreCheckedOnTheWay() throws Exception {
    var digest = Base64.getEncoder().encodeToString(digest("SHA-256"));

    send("image/jpeg", photo, Map.of("Content-Digest", "sha-256=:" + digest + ":")).expect(201);
    var refusal =
        send("image/jpeg", new byte[100], Map.of("Content-Digest", "sha-256=:" + digest + ":"))
            .expect(422);

    assertThat(refusal.text("type")).isEqualTo("urn:safelight:problem:digest-mismatch");
  }

  @Test
  void sentAgainUnderItsKeyItIsTheSameImage() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = send("image/jpeg", photo, key).expect(201);
    var again = send("image/jpeg", photo, key).expect(201);

    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    send("image/jpeg", Files.unique(new Random()), key).expect(409);
  }

  private Form form() {
    return new Form()
        .field("altText", "sea gulls")
        .field("tags", "beach")
        .field("tags", "sun")
        .field("caption", "Summer")
        .file("gulls.jpg", photo)
        .field("order", "2")
        .field("visibility", "public")
        .field("metadata", "{\"camera\":\"X100\"}");
  }

  private byte[] json() {
    return """
        {"metadata": {"altText": "sea gulls", "tags": ["beach", "sun"], "caption": "Summer",
          "order": 2, "visibility": "public", "metadata": {"camera":"X100"}},
         "image": {"filename": "gulls.jpg", "contentType": "image/jpeg", "content": "%s"}}
        """
        .formatted(Base64.getEncoder().encodeToString(photo))
        .getBytes(UTF_8);
  }

  private Answer send(String type, byte[] body, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Content-Type", type);
    return demo.send("POST", "/api/images", all, body);
  }

  /** What the catalog tells, without what is each image's own. */
  private Map<String, JsonNode> record(Answer answer) {
    var id = answer.expect(201).text("id");
    var image = demo.get("/api/images/" + id + "?wait=30").expect(200).json();
    assertThat(image.path("status").asString()).isEqualTo("ready");
    var told = new HashMap<String, JsonNode>();
    SAME_IN_ALL.forEach(member -> told.put(member, image.path(member)));
    return told;
  }

  private String hex(String algorithm) throws Exception {
    return HexFormat.of().formatHex(digest(algorithm));
  }

  private byte[] digest(String algorithm) throws Exception {
    return MessageDigest.getInstance(algorithm).digest(photo);
  }
}
