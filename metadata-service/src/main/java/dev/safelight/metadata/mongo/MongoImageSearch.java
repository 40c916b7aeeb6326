package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.search.ImageQuery;
import dev.safelight.metadata.search.ImageSearch;
import dev.safelight.metadata.search.PerceptualHash;
import dev.safelight.metadata.search.Position;
import dev.safelight.metadata.search.Sorting;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds images by what {@link ImageIndexes} has for each question. */
@Component
class MongoImageSearch implements ImageSearch {

  private final MongoCollection<Document> images;
  private final MongoLookalikes lookalikes;

  MongoImageSearch(MongoCollection<Document> images) {
    this.images = images;
    this.lookalikes = new MongoLookalikes(images);
  }

  @Override
  public Flux<Found> after(ImageQuery query, @Nullable Position position, int limit) {
    var sorting = query.sorting();
    var matching = QueryConditions.of(query);
    return Flux.fromIterable(SortField.of(sorting).steps(position, sorting.descending()))
        .concatMap(step -> find(and(matching, step), sorting, 0, limit), 0)
        .take(limit);
  }

  @Override
  public Flux<Found> beyond(ImageQuery query, int skipped, int limit) {
    return find(QueryConditions.of(query), query.sorting(), skipped, limit);
  }

  @Override
  public Mono<Long> count(ImageQuery query, int most) {
    var enough = new CountOptions().limit(most);
    return CatalogOutages.mono(images.countDocuments(QueryConditions.of(query), enough));
  }

  @Override
  public Flux<Alike> alike(String owner, PerceptualHash hash, int distance, int limit) {
    return lookalikes.find(owner, hash, distance, limit);
  }

  private Flux<Found> find(Bson matching, Sorting sorting, int skipped, int limit) {
    var field = SortField.of(sorting);
    return CatalogOutages.flux(
            images.find(matching).sort(field.sort(sorting.descending())).skip(skipped).limit(limit))
        .mapNotNull(
            image ->
                ImageDocuments.read(image)
                    .map(read -> new Found(read, field.position(image)))
                    .orElse(null));
  }
}
