package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.item.Items;
import dev.safelight.testservers.Clients;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Which image stands for an item, and in what order its images are, over HTTP. */
class PrimaryApiTest extends RunningService {

  private static final String IMAGE = "/api/images/{id}";
  private static final String CHOICE = IMAGE + "/primary";
  private static final String CHOSEN = "/api/items/{id}/images/primary";
  private static final String PROBLEM = "urn:safelight:problem:";

  @Autowired Items items;
  private final String item = "item-" + UUID.randomUUID();

  @BeforeEach
  void createTheItem() {
    create(OWNER, item, "owner");
  }

  @Test
  void oneImageStandsForItsItemAndBothAreToldOfASwitch() {
    var first = image(Samples.OWNER, false);
    var second = image(Samples.OWNER, false);
    problem(get(OWNER, CHOSEN, item).exchange(), 404, "no-primary-image");

    assertThat(body(choose(OWNER, first)).get("isPrimary").asBoolean()).isTrue();
    var chosen = choose(OWNER, second);
    chosen.expectHeader().valueEquals("ETag", "\"2\"");
    assertThat(body(chosen).get("isPrimary").asBoolean()).isTrue();
    assertThat(isPrimary(first)).isFalse();
    assertThat(body(get(OWNER, CHOSEN, item).exchange()).get("id").asString())
        .isEqualTo(second.toString());
    assertThat(primaries(first, 2)).containsExactly(true, false);
    assertThat(primaries(second, 1)).containsExactly(true);
    get(OWNER, IMAGE, first)
        .header("If-None-Match", "\"2\"")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"3\"");
    Awaitility.await()
        .until(
            () ->
                told.stream()
                    .filter(it -> it.id().equals(item) && it.primary() != null)
                    .anyMatch(it -> it.primary().imageId().equals(second)));
  }

  @Test
  void choosingAgainChangesNothing() {
    var image = image(Samples.OWNER, false);
    choose(OWNER, image).expectStatus().isOk();
    var version = items.find(item).block().version();

    request(HttpMethod.PATCH, OWNER, CHOICE, image)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"2\"");
    assertThat(items.find(item).block().version()).isEqualTo(version);
    assertThat(primaries(image, 1)).hasSize(1);
  }

  @Test
  void listsTellWhichImageItIs() {
    var first = image(Samples.OWNER, false);
    var second = image(Samples.OWNER, false);
    choose(OWNER, second).expectStatus().isOk();

    var page = body(get(OWNER, "/api/images?itemId={item}", item).exchange()).get("images");
    var primary =
        page.valueStream()
            .collect(
                Collectors.toMap(
                    it -> it.get("id").asString(), it -> it.get("isPrimary").asBoolean()));
    assertThat(primary)
        .containsEntry(first.toString(), false)
        .containsEntry(second.toString(), true);
  }

  /** Whoever looks while many choose sees one, or on the way none, and in the end one. */
  @Test
  void ofManyWhoChooseAtOnceOneImageIsLeft() {
    var images = IntStream.range(0, 8).mapToObj(n -> image(Samples.OWNER, false)).toList();
    choose(OWNER, images.getFirst()).expectStatus().isOk();
    var choosing = Clients.start(8, n -> chooseEach(images));
    var done = CompletableFuture.allOf(choosing.toArray(CompletableFuture[]::new));
    do {
      assertThat(primaryOfPage()).hasSize(1);
    } while (!done.isDone());
    done.join();

    var left = primaryOfPage();
    assertThat(left).hasSize(1);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(images)
                    .allSatisfy(
                        image ->
                            assertThat(lastTold(image))
                                .isEqualTo(left.contains(image.toString()))));
  }

  @Test
  void theImageAndTheItemHaveToBeTheirs() {
    create(STRANGER, item + "-open", "everyone");
    var others = image(Samples.OWNER, item + "-open", false, Samples.START);
    var own = image(Samples.OWNER, false);
    var alone = image(Samples.OWNER, null, false, Samples.START);

    problem(choose(STRANGER, own), 404, "not-found");
    problem(choose(FRIEND, own), 403, "forbidden");
    problem(choose(OWNER, others), 403, "forbidden");
    problem(choose(OWNER, alone), 409, "no-item");
    choose(token(Samples.OWNER, "r"), own).expectStatus().isForbidden();
    choose("", own).expectStatus().isUnauthorized();
    choose(ADMIN, others).expectStatus().isOk();
    problem(get(STRANGER, CHOSEN, item).exchange(), 404, "no-primary-image");
  }

  @Test
  void anUploadMayChooseItselfAndTheLaterOneDoes() {
    var second = image(Samples.OWNER, item, true, Samples.START.plusSeconds(2));
    var first = image(Samples.OWNER, item, true, Samples.START.plusSeconds(1));

    assertThat(isPrimary(second)).isTrue();
    assertThat(isPrimary(first)).isFalse();
    assertThat(primaries(second, 1)).containsExactly(true);
    assertThat(primaries(first)).isEmpty();
  }

  @Test
  void anUploadThatIsHandledAgainTakesNothingBack() {
    var event = uploaded(Samples.OWNER, item, true, Samples.START);
    var first = image(event);
    assertThat(isPrimary(first)).isTrue();
    var second = image(Samples.OWNER, false);
    choose(OWNER, second).expectStatus().isOk();

    projection.apply(event).block();
    assertThat(isPrimary(second)).isTrue();
    assertThat(isPrimary(first)).isFalse();
  }

  @Test
  void strangersUploadsStandOnlyWhereNoneDoes() {
    create(OWNER, item + "-open", "everyone");
    var first = image(Samples.STRANGER, item + "-open", true, Samples.START);
    assertThat(isPrimary(STRANGER, first)).isTrue();
    var second = image(Samples.STRANGER, item + "-open", true, Samples.START.plusSeconds(1));
    assertThat(isPrimary(STRANGER, second)).isFalse();

    request(HttpMethod.DELETE, STRANGER, IMAGE, first).exchange().expectStatus().isNoContent();
    var third = image(Samples.STRANGER, item + "-open", true, Samples.START.plusSeconds(2));
    assertThat(isPrimary(STRANGER, third)).isTrue();
  }

  @Test
  void whatIsDeletedOrMovedStandsForNothing() {
    var image = image(Samples.OWNER, false);
    choose(OWNER, image).expectStatus().isOk();
    var elsewhere = item + "-2";
    create(OWNER, elsewhere, "owner");
    send(HttpMethod.PATCH, "/api/images/" + image, "{\"itemId\": \"" + elsewhere + "\"}")
        .expectStatus()
        .isOk();
    assertThat(isPrimary(image)).isFalse();
    problem(get(OWNER, CHOSEN, item).exchange(), 404, "no-primary-image");
    assertThat(updates(image, 2).getLast().changed()).containsExactly("itemId", "isPrimary");

    choose(OWNER, image).expectStatus().isOk();
    request(HttpMethod.DELETE, OWNER, IMAGE, image).exchange().expectStatus().isNoContent();
    assertThat(isPrimary(image)).isFalse();
    problem(get(OWNER, CHOSEN, elsewhere).exchange(), 404, "no-primary-image");
  }

  @Test
  void imagesAreDetachedByChangesOfTheirOwn() {
    var image = image(Samples.OWNER, false);
    choose(OWNER, image).expectStatus().isOk();
    http.delete()
        .uri("/api/items/{id}?force=true", item)
        .headers(headers -> headers.setBearerAuth(OWNER))
        .exchange()
        .expectStatus()
        .isNoContent();

    var told = updates(image, 2).getLast();
    assertThat(told.changed()).containsExactly("itemId", "isPrimary");
    assertThat(told.cause().by()).isNull();
    assertThat(told.details().placement().itemId()).isNull();
    assertThat(told.curation().standing().primary()).isFalse();
  }

  @Test
  void imagesAreNumberedInTheOrderThatIsNamed() {
    var first = image(Samples.OWNER, false);
    var second = image(Samples.OWNER, false);
    var third = image(Samples.OWNER, false);

    order("\"%s\",\"%s\",\"%s\"".formatted(third, first, second)).expectStatus().isNoContent();
    assertThat(List.of(orderOf(third), orderOf(first), orderOf(second))).containsExactly(0, 1, 2);
    order("\"%s\",\"%s\",\"%s\"".formatted(third, first, second)).expectStatus().isNoContent();
    order("\"%s\"".formatted(second)).expectStatus().isNoContent();
    assertThat(orderOf(second)).isZero();
    assertThat(updates(second, 2))
        .extracting(ImageChange.Updated::changed)
        .containsExactly(List.of("order"), List.of("order"));
    assertThat(updates(first, 1)).hasSize(1);
  }

  @Test
  void allThatIsWrongWithAnOrderIsToldAndNothingIsNumbered() {
    var image = image(Samples.OWNER, false);
    var other = image(Samples.OWNER, null, false, Samples.START);
    var gone = image(Samples.OWNER, false);
    request(HttpMethod.DELETE, OWNER, IMAGE, gone).exchange().expectStatus().isNoContent();

    assertThat(errors(order("\"nonsense\",1,\"%s\",\"%s\"".formatted(image, image)), 422))
        .containsExactly("images[0]", "images[1]", "images[3]");
    assertThat(errors(order("\"%s\",\"%s\",\"%s\"".formatted(other, image, gone)), 422))
        .containsExactly("images[0]", "images[2]");
    assertThat(errors(send(HttpMethod.PUT, orderOfItem(), "{}"), 422)).containsExactly("images");
    assertThat(errors(send(HttpMethod.PUT, orderOfItem(), "{\"images\":1,\"x\":2}"), 400))
        .containsExactlyInAnyOrder("images", "x");
    problem(send(HttpMethod.PUT, orderOfItem(), "[]"), 400, "malformed");
    problem(
        send(HttpMethod.PUT, "/api/items/none/images/order", "{\"images\":[]}"), 404, "not-found");
    assertThat(updates(image)).isEmpty();
  }

  private UUID image(String owner, boolean primary) {
    return image(owner, item, primary, Samples.START);
  }

  private UUID image(String owner, String itemId, boolean primary, Instant at) {
    return image(uploaded(owner, itemId, primary, at));
  }

  private static ImageEvent.Uploaded uploaded(
      String owner, String itemId, boolean primary, Instant at) {
    Original original = Samples.upload().original();
    return new ImageEvent.Uploaded(
        UUID.randomUUID(),
        Samples.id(),
        new Upload(owner, original, "{}", at),
        Samples.details(false).at(new Placement(itemId, 50)),
        primary);
  }

  private void create(String token, String id, String contributors) {
    http.post()
        .uri("/api/items")
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"id\": \"%s\", \"contributors\": \"%s\"}".formatted(id, contributors))
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private int chooseEach(List<UUID> images) {
    images.forEach(image -> choose(OWNER, image).expectStatus().isOk());
    return images.size();
  }

  private ResponseSpec choose(String token, UUID image) {
    return request(HttpMethod.PUT, token, CHOICE, image).exchange();
  }

  private ResponseSpec order(String images) {
    return send(HttpMethod.PUT, orderOfItem(), "{\"images\": [" + images + "]}");
  }

  private String orderOfItem() {
    return "/api/items/" + item + "/images/order";
  }

  private ResponseSpec send(HttpMethod method, String uri, String body) {
    return http.method(method)
        .uri(uri)
        .headers(headers -> headers.setBearerAuth(OWNER))
        .header("If-Match", "*")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private List<String> primaryOfPage() {
    return body(get(OWNER, "/api/images?itemId={item}", item).exchange())
        .get("images")
        .valueStream()
        .filter(it -> it.get("isPrimary").asBoolean())
        .map(it -> it.get("id").asString())
        .toList();
  }

  private boolean isPrimary(UUID image) {
    return isPrimary(OWNER, image);
  }

  private boolean isPrimary(String token, UUID image) {
    return body(get(token, IMAGE, image).exchange()).get("isPrimary").asBoolean();
  }

  private int orderOf(UUID image) {
    return body(get(OWNER, IMAGE, image).exchange()).get("order").asInt();
  }

  private List<Boolean> primaries(UUID image, int count) {
    return updates(image, count).stream().map(it -> it.curation().standing().primary()).toList();
  }

  private List<Boolean> primaries(UUID image) {
    return updates(image).stream().map(it -> it.curation().standing().primary()).toList();
  }

  private boolean lastTold(UUID image) {
    var all = primaries(image);
    return !all.isEmpty() && all.getLast();
  }

  private List<ImageChange.Updated> updates(UUID image, int count) {
    Awaitility.await().until(() -> updates(image).size() >= count);
    return updates(image);
  }

  private List<ImageChange.Updated> updates(UUID image) {
    return announced.stream()
        .filter(change -> change.cause().imageId().equals(image))
        .filter(ImageChange.Updated.class::isInstance)
        .map(ImageChange.Updated.class::cast)
        .toList();
  }

  private static void problem(ResponseSpec answer, int status, String slug) {
    answer.expectStatus().isEqualTo(status);
    assertThat(body(answer).get("type").asString()).isEqualTo(PROBLEM + slug);
  }

  private static List<String> errors(ResponseSpec answer, int status) {
    answer.expectStatus().isEqualTo(status);
    return body(answer).get("errors").valueStream().map(it -> it.get("field").asString()).toList();
  }

  private static JsonNode body(ResponseSpec answer) {
    return Objects.requireNonNull(
        answer.expectBody(JsonNode.class).returnResult().getResponseBody());
  }
}
