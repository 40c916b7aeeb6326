package dev.safelight.database;

import com.mongodb.MongoClientException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells a database that is away from a database that does not like what we do. */
public final class Outages {

  /**
   * Codes of servers that can't serve now: hosts and networks (6, 7, 89, 9001), shutting down and
   * stepping down (91, 189, 11600, 11602), no primary (10107, 13435, 13436), out of time (50, 64,
   * 262) or disk (14031), and sign-in that an operator has to mend (13, 18).
   */
  private static final Set<Integer> CODES =
      Set.of(
          6, 7, 13, 18, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031);

  private Outages() {}

  /** The single result of an operation, or {@link DatabaseUnavailableException}. */
  public static <T> Mono<T> mono(Publisher<T> operation) {
    return Mono.from(operation).onErrorMap(Outages::isOutage, DatabaseUnavailableException::new);
  }

  /** All results of an operation, or {@link DatabaseUnavailableException}. */
  public static <T> Flux<T> flux(Publisher<T> operation) {
    return Flux.from(operation).onErrorMap(Outages::isOutage, DatabaseUnavailableException::new);
  }

  /** The driver's own failures (no server, no connection, no sign-in) are never about a record. */
  static boolean isOutage(Throwable failure) {
    return failure instanceof MongoClientException
        || failure instanceof MongoSocketException
        || failure instanceof MongoInterruptedException
        || failure instanceof MongoNotPrimaryException
        || failure instanceof MongoNodeIsRecoveringException
        || failure instanceof MongoWriteConcernException
        || (failure instanceof MongoServerException answer && CODES.contains(answer.getCode()));
  }
}
