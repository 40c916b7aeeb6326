package dev.safelight.metadata.outbox;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Announcements that are decided but perhaps not made yet. Everything here fails when it can't be
 * reached.
 *
 * @param <A> what is announced
 */
public interface Outbox<A> {

  /**
   * Some of what waits to be announced.
   *
   * @param limit most records to look at
   * @return what waits of each, the oldest first
   */
  Flux<List<A>> waiting(int limit);

  /**
   * Forgets an announcement that was made. When it is forgotten already, another instance was at
   * it, too, and may have announced something later before this one announced it; as topics keep
   * what they were told last, the latest is then to be announced once more.
   */
  Mono<Void> forget(A announcement);
}
