package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.search.ImageSearch.Alike;
import dev.safelight.metadata.search.PerceptualHash;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/**
 * Finds near duplicates: by an index whatever has a band in common, then by all bits what is near.
 * Memory is that of the nearest, however many there are.
 */
final class MongoLookalikes {

  private static final String HASH = Fields.DEVELOPMENT + ".appearance.perceptualHash";
  private static final List<String> HASH_PATH = List.of(HASH.split("\\."));

  private static final Comparator<Candidate> NEAREST_FIRST =
      Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::id);

  private final MongoCollection<Document> images;

  MongoLookalikes(MongoCollection<Document> images) {
    this.images = images;
  }

  /** Of one account and nearest first. */
  Flux<Alike> find(String owner, PerceptualHash hash, int distance, int limit) {
    return CatalogOutages.flux(
            images.find(candidates(owner, hash, distance)).projection(include(HASH)))
        .mapNotNull(image -> candidate(image, hash))
        .filter(candidate -> candidate.distance() <= distance)
        .collect(() -> new Nearest(limit), Nearest::add)
        .flatMapMany(nearest -> read(nearest.sorted()));
  }

  private static Bson candidates(String owner, PerceptualHash hash, int distance) {
    var bands = hash.bandsWithin(distance).boxed().toList();
    return and(eq(Fields.OWNER, owner), in(SearchFields.BANDS, bands), AccessConditions.there());
  }

  private static Candidate candidate(Document image, PerceptualHash hash) {
    var other =
        PerceptualHash.parse(image.getEmbedded(HASH_PATH, ""))
            .map(hash::distance)
            .orElse(Integer.MAX_VALUE);
    return new Candidate(image.getString(Fields.ID), other);
  }

  /** In one query, whose answer has no order of its own. */
  private Flux<Alike> read(List<Candidate> nearest) {
    var ids = nearest.stream().map(Candidate::id).toList();
    return CatalogOutages.flux(images.find(in(Fields.ID, ids)))
        .collectMap(image -> image.getString(Fields.ID), ImageDocuments::read)
        .flatMapIterable(
            records ->
                nearest.stream()
                    .filter(candidate -> records.containsKey(candidate.id()))
                    .flatMap(
                        candidate ->
                            Objects.requireNonNull(records.get(candidate.id())).stream()
                                .map(image -> new Alike(image, candidate.distance())))
                    .toList());
  }

  private record Candidate(String id, int distance) {}

  /** Keeps the nearest of all that are added. */
  private static final class Nearest {

    private final int most;
    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(NEAREST_FIRST.reversed());

    Nearest(int most) {
      this.most = most;
    }

    void add(Candidate candidate) {
      kept.add(candidate);
      if (kept.size() > most) {
        kept.remove();
      }
    }

    List<Candidate> sorted() {
      return kept.stream().sorted(NEAREST_FIRST).toList();
    }
  }
}
