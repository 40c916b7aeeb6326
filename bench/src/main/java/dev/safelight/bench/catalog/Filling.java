package dev.safelight.bench.catalog;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Checksums;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.catalog.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills the catalog through the projection, as events do. All images are of one account, which is
 * the worst there can be; each number makes the same image every time.
 */
final class Filling {

  static final String OWNER = "bench";

  /** Words of captions and tags; the first are the most frequent. */
  private static final int VOCABULARY = 5_000;

  private static final int TAGS = 500;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> VARIANTS =
      List.of("large", "medium", "thumbnail", "tiny", "webp", "original");

  private final Projection projection;
  private final int parallel;

  Filling(Projection projection, int parallel) {
    this.projection = projection;
    this.parallel = parallel;
  }

  /** Adds so many images, of two events each, and says how many seconds that took. */
  double fill(int images) {
    var begin = System.nanoTime();
    Flux.range(0, images)
        .flatMap(
            number ->
                Mono.defer(() -> projection.apply(uploaded(number)))
                    .then(Mono.defer(() -> projection.apply(processed(number)))),
            parallel)
        .blockLast();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** UUIDv7 of the second in which the image of this number was uploaded. */
  static UUID id(int number) {
    var random = new Random(number);
    return new UUID(
        at(number).toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
        0x8000000000000000L | random.nextLong() >>> 2);
  }

  /** The word of a rank, unlike any other. */
  static String word(int rank) {
    return "w" + Integer.toString(rank * 7919 % 1_000_003, Character.MAX_RADIX) + rank;
  }

  static String tag(int rank) {
    return "tag " + rank;
  }

  private static ImageEvent uploaded(int number) {
    var random = new Random(number);
    var original =
        new Original(
            word(rank(random)) + '-' + number + ".jpg",
            "image/jpeg",
            100_000 + random.nextInt(9_900_000),
            new Dimensions(4000, 3000),
            new Checksums(hex(random, 32), hex(random, 64)));
    var upload = new Upload(OWNER, original, "{}", at(number));
    var details =
        new ImageDetails(
            new Placement("item-" + number / 20, number % 20),
            new Description(words(random, 6), words(random, 12), tags(random), "{}"),
            new Audience(number % 10 == 0, List.of()));
    return new ImageEvent.Uploaded(eventId(number, 0), id(number), upload, details, false);
  }

  private static ImageEvent processed(int number) {
    var random = new Random(~number);
    var looks =
        new Appearance(1, false, hash(number), hex(random, 28), "#6e7f80", List.of("#a0522d"));
    var variants = VARIANTS.stream().map(name -> variant(number, name)).toList();
    var development =
        new Development(
            new Dimensions(4000, 3000), "r3c1pe", variants, looks, Shot.UNKNOWN, at(number));
    return new ImageEvent.Processed(eventId(number, 1), id(number), development);
  }

  private static Variant variant(int number, String name) {
    var key = id(number) + "/" + name + "-r3c1pe.jpg";
    return new Variant(
        name, key, "image/jpeg", new Dimensions(1200, 900), 90_000, hex(new Random(number), 64));
  }

  /** One image of a hundred is like the one before, but for three bits. */
  private static String hash(int number) {
    var like = number % 100 == 99 ? number - 1 : number;
    var bits = new Random(like * 31L).nextLong();
    return "%016x".formatted(like == number ? bits : bits ^ 0x0000_0100_0020_0001L);
  }

  private static Instant at(int number) {
    return FIRST.plusSeconds(number);
  }

  private static UUID eventId(int number, int kind) {
    return new UUID(number, kind);
  }

  private static String words(Random random, int count) {
    return Stream.generate(() -> word(rank(random))).limit(count).collect(Collectors.joining(" "));
  }

  private static List<String> tags(Random random) {
    return IntStream.range(0, 3)
        .mapToObj(each -> tag(rank(random) * TAGS / VOCABULARY))
        .distinct()
        .toList();
  }

  /** Lower ranks are more frequent. */
  private static int rank(Random random) {
    return (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
  }

  private static String hex(Random random, int length) {
    return random.ints(length, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
  }
}
