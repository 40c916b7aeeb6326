package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.clients.Workplace.Run;
import dev.safelight.e2e.documents.Desk;
import dev.safelight.e2e.documents.Document;
import dev.safelight.e2e.documents.Language;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the documents, as they are printed there. Those of the shell are the
 * administrator's, whom the other stories need for their role alone: they end with an erasure.
 */
@OnStack
@Order(31)
class DocumentsIT {

  private final SafelightStack stack;
  private final Client demo;

  DocumentsIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shell(String page, String answers) {
    var desk = desk("admin");
    var run = desk.shell(Document.at(page).examples("sh"));

    assertThat(run).as(() -> String.join("\n", desk.answers())).returns(0, Run::exit);
    assertThat(desk.answers()).containsExactlyElementsOf(answers.lines().toList());
  }

  @ParameterizedTest
  @CsvSource({"PYTHON, 3", "JS, 1", "JAVA, 1"})
  void uploading(Language language, int uploads) {
    var desk = desk("demo");
    assumeThat(language.isHere(desk)).as(language + " with what it needs").isTrue();
    var before = images();
    var run = language.run(Document.at("docs/uploading.md"), desk);

    assertThat(run).returns(0, Run::exit);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(images()).isEqualTo(before + uploads));
  }

  @ParameterizedTest
  @CsvSource({"PYTHON, beach", "JS, summer", "JAVA, beach"})
  void catalog(Language language, String tag) {
    var form = Form.of("sea.jpg", Files.unique(new Random())).field("tags", "beach");
    var id = demo.uploadAndWait(form).expect(201).text("id");
    var desk = desk("demo").with("ID", id);
    assumeThat(language.isHere(desk)).as(language + " with what it needs").isTrue();
    var run = language.run(Document.at("docs/catalog.md"), desk);

    assertThat(run).returns(0, Run::exit);
    assertThat(run.output()).contains(id);
    assertThat(demo.get("/api/images/" + id).json().path("tags").toString()).contains(tag);
  }

  private int images() {
    var page = demo.get("/api/images?page=1&limit=1").expect(200).json();
    return page.path("pagination").path("total").asInt();
  }

  private Desk desk(String user) {
    var photo = Files.unique(new Random());
    var folder = Path.of("target", "documents", Long.toHexString(System.nanoTime()));
    return new Desk(folder, photo, stack.gateway().toString(), stack.token(user));
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        arguments(
            "README.md",
            """
            POST /api/images 201
            GET /api/images/{}/content/thumbnail 200
            GET /api/images 200
            DELETE /api/images/{} 204
            POST /api/images 422
            """),
        arguments(
            "docs/uploading.md",
            """
            POST /api/images 201
            POST /api/images?altText=Our%20shop%20window&tags=shop 201
            POST /api/images 201
            POST /api/uploads/tus 201
            PATCH /api/uploads/tus/{} 204
            """),
        arguments("docs/variants.md", "POST /api/images 201"),
        arguments(
            "docs/catalog.md",
            """
            POST /api/items 201
            POST /api/images 201
            POST /api/images 201
            GET /api/images/{} 200
            GET /api/images?q=holi+bea&tags=sea&status=ready&sort=-size&limit=20 200
            GET /api/images?visibility=public&limit=20 200
            GET /api/items/prod_789/images 200
            GET /api/images/{}/similar 200
            GET /api/images/{} 200
            PATCH /api/images/{} 200
            PUT /api/images/{}/primary 200
            PUT /api/items/prod_789/images/order 204
            GET /api/images/{}/content 200
            GET /api/images/{}/content/thumbnail 200
            POST /api/images/{}/signed-urls 201
            GET /api/images/{}/access-log 200
            DELETE /api/images/{} 204
            GET /api/images?status=deleted 200
            POST /api/images/{}/restore 200
            DELETE /api/images/{}?permanent=true 204
            GET /api/images/{}/status 200
            GET /api/events 200
            POST /api/images/{}/rescan 202
            POST /api/images/{}/reprocess 202
            GET /api/me/usage 200
            GET /api/me/export 200
            DELETE /api/me?confirm=erase-everything 202
            GET /api/receipts/{} 200
            """),
        arguments(
            "docs/privacy.md",
            """
            GET /api/me/export 200
            DELETE /api/me?confirm=erase-everything 202
            """));
  }
}
