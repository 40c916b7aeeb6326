package dev.safelight.metadata.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps who asked for which picture. */
public interface AccessLog {

  /** In the place of an account that was erased. */
  String ERASED = "erased";

  /** Keeps entries; those that are kept already are kept once. Fails when they may not be kept. */
  Mono<Void> record(List<Access> entries);

  /**
   * Entries about an image, the newest first.
   *
   * @param last where the page before ended; null for the first page
   */
  Flux<Access> list(UUID imageId, @Nullable Position last, int limit);

  /**
   * Forgets what happened before a moment.
   *
   * @return how many entries that were
   */
  Mono<Long> removeBefore(Instant moment);

  /** Forgets everything about an image. */
  Mono<Void> eraseImage(UUID imageId);

  /**
   * Forgets everything about an account's images, and that it was who looked at others'.
   *
   * @param until what happened after that stays
   */
  Mono<Void> eraseAccount(String account, Instant until);

  /**
   * A place in the order of entries, which is by time, and by id where that is the same.
   *
   * @param at time of the entry
   * @param id identity of the entry
   */
  record Position(Instant at, UUID id) {

    /** That of an entry. */
    public static Position of(Access entry) {
      return new Position(entry.at(), entry.id());
    }
  }
}
