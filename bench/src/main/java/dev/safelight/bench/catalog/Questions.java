package dev.safelight.bench.catalog;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImageFilter;
import dev.safelight.metadata.search.ImageQuery;
import dev.safelight.metadata.search.SearchService;
import dev.safelight.metadata.search.Sorting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the catalog is asked, and how long each answer takes. */
final class Questions {

  private static final Viewer OWNER = new Viewer(Filling.OWNER, false);
  private static final ImageQuery ALL = query(ImageFilter.Said.ANYTHING);
  private static final int LIMIT = 100;
  private static final int DEEPEST = 10_000;

  /** Records of one step on the way to the deepest page: more than the API gives at once. */
  private static final int STRIDE = 20 * LIMIT;

  private final CatalogService catalog;
  private final SearchService search;
  private final int records;
  private final Random random = new Random(1);

  Questions(CatalogService catalog, SearchService search, int records) {
    this.catalog = catalog;
    this.search = search;
    this.records = records;
  }

  /**
   * A question.
   *
   * @param name for the report
   * @param ask asks it once, and says how much was found
   */
  record Question(String name, Mono<Integer> ask) {}

  /** All of them. */
  List<Question> all() {
    var page = Math.min(DEEPEST, records / LIMIT);
    var cursor = cursorOf(page);
    return List.of(
        new Question("get", Mono.defer(this::get)),
        new Question("first page of " + LIMIT, list(ALL, null)),
        new Question("page " + page + " by cursor", list(ALL, cursor)),
        new Question("one tag", Mono.defer(() -> list(tagged(), null))),
        new Question("two words", Mono.defer(() -> list(worded(), null))),
        new Question("similar", Mono.defer(this::alike)));
  }

  /** Milliseconds of so many answers, asked one after the other. */
  static List<Double> measure(Question question, int rounds) {
    var times = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      var begin = System.nanoTime();
      question.ask().block();
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return times;
  }

  private Mono<Integer> get() {
    return catalog.get(Filling.id(random.nextInt(records)), OWNER, Duration.ZERO).map(image -> 1);
  }

  private Mono<Integer> list(ImageQuery query, @Nullable String cursor) {
    return search.after(query, cursor, LIMIT).map(page -> page.images().size());
  }

  private ImageQuery tagged() {
    var tag = Filling.tag(random.nextInt(100));
    return query(new ImageFilter.Said(List.of(tag), List.of(), List.of()));
  }

  private ImageQuery worded() {
    var words = List.of(Filling.word(random.nextInt(100)), Filling.word(random.nextInt(20)));
    return query(new ImageFilter.Said(List.of(), List.of(), words));
  }

  /** One of those that have a near duplicate. */
  private Mono<Integer> alike() {
    var number = random.nextInt(records / 100) * 100 + 99;
    return search.alike(Filling.id(number), OWNER, 7, 20).collectList().map(List::size);
  }

  private @Nullable String cursorOf(int page) {
    String cursor = null;
    for (int before = (page - 1) * LIMIT; before > 0; before -= STRIDE) {
      var list = search.after(ALL, cursor, Math.min(before, STRIDE)).block();
      cursor = Objects.requireNonNull(list, "A list is never empty").next();
    }
    return cursor;
  }

  private static ImageQuery query(ImageFilter.Said said) {
    var filter =
        new ImageFilter(
            new ImageFilter.Whose(Filling.OWNER, null),
            said,
            ImageFilter.Progress.THERE,
            ImageFilter.Sent.ANYTHING);
    return new ImageQuery(OWNER, filter, Sorting.NEWEST_FIRST);
  }
}
