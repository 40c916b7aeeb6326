package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.Leases;
import dev.safelight.metadata.search.Words;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lets images be found that were written before there was a search, or by older rules. At every
 * start, in the background, on one instance at a time; nothing is done twice that is done.
 */
@Component
class SearchBackfill implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SearchBackfill.class);
  private static final String WORK = "search-backfill";
  private static final Duration TERM = Duration.ofMinutes(1);
  private static final int BATCH = 200;

  private static final Retry UNTIL_IT_IS_THERE =
      Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
          .maxBackoff(Duration.ofSeconds(30))
          .doBeforeRetry(
              retry ->
                  log.warn("Older images wait to be filled in: {}", retry.failure().toString()));

  private final MongoCollection<Document> images;
  private final Leases leases;
  private final String holder = UUID.randomUUID().toString();
  private final Disposable.Swap filling = Disposables.swap();
  private volatile boolean running;

  SearchBackfill(MongoCollection<Document> images, Leases leases) {
    this.images = images;
    this.leases = leases;
  }

  @Override
  public void start() {
    running = true;
    filling.update(
        fill()
            .retryWhen(UNTIL_IT_IS_THERE)
            .filter(filled -> filled > 0)
            .subscribe(filled -> log.info("Made {} older images searchable", filled)));
  }

  @Override
  public void stop() {
    running = false;
    filling.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Fills all there are to fill, however long that takes; says how many. */
  Mono<Long> fill() {
    return Mono.defer(this::batch)
        .repeat()
        .takeUntil(filled -> filled == 0)
        .reduce(0L, Long::sum)
        .delayUntil(filled -> leases.giveBack(WORK, holder));
  }

  private Mono<Long> batch() {
    return leases
        .take(WORK, holder, TERM)
        .filter(taken -> taken)
        .repeatWhenEmpty(attempts -> attempts.delayElements(TERM))
        .flatMap(taken -> filled());
  }

  private Mono<Long> filled() {
    var old = or(eq(SearchFields.VERSION, null), lt(SearchFields.VERSION, Words.VERSION));
    return Flux.from(images.find(and(old, exists(Fields.UPLOAD))).limit(BATCH))
        .concatMap(image -> images.updateOne(asItWas(image), SearchFields.all(image)))
        .count();
  }

  /** Whoever changed what is said of it since has made it searchable, too. */
  private static Bson asItWas(Document image) {
    return and(
        eq(Fields.ID, image.getString(Fields.ID)),
        eq(Fields.REVISION, image.getLong(Fields.REVISION)));
  }
}
