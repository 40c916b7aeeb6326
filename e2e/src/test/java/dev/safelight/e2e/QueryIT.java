package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was uploaded is found again, by what was said of it and by how it looks. */
@OnStack
@Order(8)
class QueryIT {

  private final Client demo;
  private final Client anonymous;

  /** A tag that no other story has. */
  private final String tag = "query-" + UUID.randomUUID();

  private final List<String> ids = new ArrayList<>();

  QueryIT(SafelightStack stack) {
    demo = Client.demo(stack);
    anonymous = Client.anonymous(stack);
  }

  @BeforeEach
  void upload() {
    for (var caption : List.of("Crème brûlée", "A beach in summer", "Winter")) {
      var form = Form.of("x.jpg", Files.write("jpeg", Scene.draw(400, 300)));
      form.field("tags", tag).field("caption", caption).field("visibility", "public");
      ids.add(demo.uploadAndWait(form).expect(201).text("id"));
    }
  }

  @Test
  void wordsAndTagsFindImagesWhateverTheCaseAndTheAccents() {
    assertThat(found(demo, "q=CREME&tags=" + tag)).containsExactly(ids.get(0));
    assertThat(found(demo, "q=bea+sum&tags=" + tag)).containsExactly(ids.get(1));
    assertThat(found(demo, "q=autumn&tags=" + tag)).isEmpty();
    assertThat(found(anonymous, "visibility=public&tags=" + tag)).hasSize(3);
  }

  @Test
  void aCursorGoesThroughAllOfThemWhileOthersCome() {
    var seen = new ArrayList<String>();
    var page = demo.get("/api/images?limit=1&tags=" + tag).expect(200).json();
    upload();
    while (!page.path("nextCursor").isNull()) {
      ids(page).forEach(seen::add);
      var cursor = page.path("nextCursor").asString();
      page = demo.get("/api/images?limit=1&tags=" + tag + "&cursor=" + cursor).expect(200).json();
    }
    ids(page).forEach(seen::add);

    assertThat(seen).containsExactly(ids.get(2), ids.get(1), ids.get(0));
  }

  @Test
  void theSamePictureIsSimilar() {
    var similar = demo.get("/api/images/" + ids.get(0) + "/similar?distance=0&limit=100");

    assertThat(ids(similar.expect(200).json())).isNotEmpty().doesNotContain(ids.get(0));
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    assertThat(demo.get("/api/images?colour=red").expect(400).json().toString()).contains("colour");
  }

  private static List<String> found(Client client, String query) {
    return ids(client.get("/api/images?" + query).expect(200).json()).toList();
  }

  private static Stream<String> ids(JsonNode page) {
    return page.path("images").valueStream().map(image -> image.path("id").asString());
  }
}
