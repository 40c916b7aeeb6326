package dev.safelight.metadata.mongo;

import static dev.safelight.metadata.catalog.Samples.ADMIN;
import static dev.safelight.metadata.catalog.Samples.FRIEND;
import static dev.safelight.metadata.catalog.Samples.OWNER;
import static dev.safelight.metadata.catalog.Samples.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImageFilter;
import dev.safelight.metadata.search.ImageFilter.Progress;
import dev.safelight.metadata.search.ImageFilter.Said;
import dev.safelight.metadata.search.ImageFilter.Sent;
import dev.safelight.metadata.search.ImageFilter.Whose;
import dev.safelight.metadata.search.ImageQuery;
import dev.safelight.metadata.search.ImageSearch.Found;
import dev.safelight.metadata.search.Position;
import dev.safelight.metadata.search.Sorting;
import dev.safelight.metadata.search.Words;
import dev.safelight.testservers.EmbeddedMongo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found is compared with what a look at each record says, on a mix of all there can be. */
class MongoImageSearchTest {

  private static final int IMAGES = 300;
  private static final Viewer WHOEVER = new Viewer(ADMIN, true);

  private static EmbeddedMongo server;
  private static MongoClient client;
  private static MongoCollection<Document> images;
  private static MongoImageSearch search;
  private static List<ImageRecord> all;

  @BeforeAll
  static void fill() {
    server = new EmbeddedMongo();
    client = server.client();
    images = client.getDatabase("test").getCollection("images");
    search = new MongoImageSearch(images);
    all = new MixedImages(images, new Random(7)).fill(IMAGES);
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  static Stream<Viewer> viewers() {
    return Stream.of(
        new Viewer(OWNER, false),
        new Viewer(FRIEND, false),
        new Viewer(STRANGER, false),
        new Viewer(STRANGER, false, true),
        new Viewer("user-nobody", false),
        WHOEVER,
        Viewer.ANONYMOUS);
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void findsExactlyWhatTheTableGrants(Viewer viewer) {
    for (var filter : filters()) {
      var expected =
          all.stream()
              .filter(image -> image.grants(ImageAction.READ, viewer))
              .filter(image -> matches(image, filter))
              .map(ImageRecord::id)
              .toList();
      var query = new ImageQuery(viewer, filter, Sorting.NEWEST_FIRST);

      assertThat(ids(search.after(query, null, IMAGES).collectList().block()))
          .as("%s for %s", filter, viewer)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(search.count(query, IMAGES).block()).isEqualTo(expected.size());
    }
  }

  @Test
  void theMixHasEverything() {
    for (var filter : filters()) {
      assertThat(all).as("%s", filter).anyMatch(image -> matches(image, filter));
    }
    assertThat(all).anyMatch(image -> image.upload().original().name() == null);
  }

  @ParameterizedTest
  @EnumSource(Sorting.Key.class)
  void pagesAreTheWholeListInItsOrderWhateverItsDirection(Sorting.Key key) {
    for (var descending : List.of(true, false)) {
      var expected = all.stream().filter(image -> !image.isDeleted()).sorted(order(key));
      var ids = expected.map(ImageRecord::id).toList();
      var query = new ImageQuery(WHOEVER, filter(Progress.THERE), new Sorting(key, descending));

      assertThat(paged(query, 7)).isEqualTo(descending ? ids.reversed() : ids);
    }
  }

  @Test
  void pagesGoOnWhereTheyWereWhileImagesComeAndGo() {
    var other = client.getDatabase("test").getCollection("moving");
    var mix = new MixedImages(other, new Random(11));
    var moving = new MongoImageSearch(other);
    var before = mix.fill(30).stream().filter(image -> !image.isDeleted()).toList();
    var query =
        new ImageQuery(
            WHOEVER, filter(Progress.THERE), new Sorting(Sorting.Key.ORIGINAL_NAME, false));
    var first = moving.after(query, null, 10).collectList().block();

    mix.fill(20);
    mix.delete(first.getLast().image());
    var rest = moving.after(query, first.getLast().position(), 100).collectList().block();

    var seen = new ArrayList<>(ids(first));
    seen.addAll(ids(rest));
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsAll(before.stream().map(ImageRecord::id).toList());
  }

  @Test
  void numberedPagesAreTheSameList() {
    var query = new ImageQuery(WHOEVER, filter(Progress.THERE), Sorting.NEWEST_FIRST);
    var whole = ids(search.after(query, null, IMAGES).collectList().block());

    assertThat(ids(search.beyond(query, 20, 10).collectList().block()))
        .isEqualTo(whole.subList(20, 30));
    assertThat(search.count(query, 25).block()).isEqualTo(25);
  }

  private static List<UUID> paged(ImageQuery query, int limit) {
    var seen = new ArrayList<UUID>();
    Position position = null;
    List<Found> page;
    do {
      page = search.after(query, position, limit).collectList().block();
      seen.addAll(ids(page));
      position = page.isEmpty() ? null : page.getLast().position();
    } while (!page.isEmpty());
    return seen;
  }

  private static List<UUID> ids(List<Found> found) {
    return found.stream().map(it -> it.image().id()).toList();
  }

  private static List<ImageFilter> filters() {
    var filters = new ArrayList<ImageFilter>();
    for (var status : ImageStatus.values()) {
      filters.add(filter(new Progress(status, false, null)));
    }
    filters.add(filter(Progress.THERE));
    filters.add(filter(new Progress(null, true, null)));
    filters.add(filter(new Progress(null, false, true)));
    filters.add(filter(new Progress(null, false, false)));
    filters.add(filter(new Progress(ImageStatus.READY, false, true)));
    filters.add(filter(new Whose(OWNER, null)));
    filters.add(filter(new Whose(FRIEND, null)));
    filters.add(filter(new Whose(null, "item-1")));
    filters.add(filter(new Whose(STRANGER, "item-2")));
    filters.add(filter(new Said(List.of("sao paulo"), List.of(), List.of())));
    filters.add(filter(new Said(List.of("sao paulo", "beach"), List.of(), List.of())));
    filters.add(filter(new Said(List.of(), List.of("sea", "beach"), List.of())));
    filters.add(filter(new Said(List.of(), List.of(), List.of("et", "pla"))));
    filters.add(filter(new Said(List.of(), List.of(), List.of("holi"))));
    filters.add(filter(new Sent(MixedImages.MIDDLE, null, null)));
    filters.add(filter(new Sent(null, MixedImages.MIDDLE, "image/jpeg")));
    return filters;
  }

  private static ImageFilter filter(Object part) {
    return new ImageFilter(
        part instanceof Whose whose ? whose : new Whose(null, null),
        part instanceof Said said ? said : Said.ANYTHING,
        part instanceof Progress progress ? progress : Progress.THERE,
        part instanceof Sent sent ? sent : Sent.ANYTHING);
  }

  private static boolean matches(ImageRecord image, ImageFilter filter) {
    return matches(image, filter.whose())
        && matches(image, filter.said())
        && matches(image, filter.progress())
        && matches(image, filter.sent());
  }

  private static boolean matches(ImageRecord image, Whose whose) {
    return (whose.owner() == null || whose.owner().equals(image.upload().owner()))
        && (whose.itemId() == null || whose.itemId().equals(image.details().placement().itemId()));
  }

  private static boolean matches(ImageRecord image, Said said) {
    var description = image.details().description();
    var tags = Words.tags(description.tags());
    var texts =
        Stream.of(
                Stream.ofNullable(image.upload().original().name()),
                Stream.ofNullable(description.altText()),
                Stream.ofNullable(description.caption()),
                description.tags().stream())
            .flatMap(part -> part);
    var words = Words.of(texts);
    return tags.containsAll(said.tags())
        && (said.anyTag().isEmpty() || said.anyTag().stream().anyMatch(tags::contains))
        && said.words().stream()
            .allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
  }

  private static boolean matches(ImageRecord image, Progress progress) {
    return image.isDeleted() == progress.deleted()
        && (progress.status() == null || progress.status() == image.status())
        && (progress.everyone() == null
            || progress.everyone() == image.details().audience().everyone());
  }

  private static boolean matches(ImageRecord image, Sent sent) {
    var upload = image.upload();
    return (sent.after() == null || upload.at().isAfter(sent.after()))
        && (sent.before() == null || upload.at().isBefore(sent.before()))
        && (sent.mimeType() == null || sent.mimeType().equals(upload.original().mimeType()));
  }

  private static Comparator<ImageRecord> order(Sorting.Key key) {
    Comparator<ImageRecord> by =
        switch (key) {
          case UPLOADED_AT -> Comparator.comparing(image -> image.upload().at());
          case SIZE -> Comparator.comparingLong(image -> image.upload().original().size());
          case ORDER -> Comparator.comparingInt(image -> image.details().placement().order());
          case ORIGINAL_NAME ->
              Comparator.comparing(
                  image -> image.upload().original().name(),
                  Comparator.nullsFirst(Comparator.comparing(Words::sortKey)));
        };
    return by.thenComparing(image -> image.id().toString());
  }
}
