package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Declares every index of ours, in the background: the service starts while MongoDB is away, and
 * declares them when it comes.
 */
@Component
class MongoIndexes implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MongoIndexes.class);

  /** Not partial, and none unique but the id: the embedded server would do those differently. */
  private static final List<IndexModel> ALL =
      List.of(
          new IndexModel(
              Indexes.compoundIndex(
                  Indexes.ascending(Fields.OWNER), Indexes.descending(Fields.ID))),
          new IndexModel(Indexes.ascending(Fields.OUTBOX_EVENT), new IndexOptions().sparse(true)));

  private static final Retry UNTIL_IT_IS_THERE =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
          .maxBackoff(Duration.ofSeconds(30))
          .doBeforeRetry(
              retry -> log.warn("Indexes are not declared yet: {}", retry.failure().getMessage()));

  private final MongoCollection<Document> images;
  private final Disposable.Swap declaring = Disposables.swap();
  private volatile boolean running;

  MongoIndexes(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public void start() {
    running = true;
    declaring.update(declare().subscribe());
  }

  @Override
  public void stop() {
    running = false;
    declaring.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Declares them; those that are there already are left alone. */
  Mono<Void> declare() {
    return Mono.from(images.createIndexes(ALL)).retryWhen(UNTIL_IT_IS_THERE).then();
  }
}
