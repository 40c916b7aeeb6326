package dev.safelight.database;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Declares indexes in the background: a service starts while MongoDB is away, and declares them
 * when it comes.
 */
public class IndexDeclarer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(IndexDeclarer.class);

  private static final Retry UNTIL_IT_IS_THERE =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
          .maxBackoff(Duration.ofSeconds(30))
          .doBeforeRetry(
              retry -> log.warn("Indexes are not declared yet: {}", retry.failure().getMessage()));

  private final List<CollectionIndexes> all;
  private final Disposable.Swap declaring = Disposables.swap();
  private volatile boolean running;

  /** Will declare all of these. */
  public IndexDeclarer(List<CollectionIndexes> all) {
    this.all = List.copyOf(all);
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

  /** Declares them, however long that takes; those that are there already are left alone. */
  public Mono<Void> declare() {
    return Flux.fromIterable(all)
        .concatMap(
            one ->
                Flux.from(one.collection().createIndexes(one.indexes()))
                    .then()
                    .retryWhen(UNTIL_IT_IS_THERE))
        .then();
  }
}
