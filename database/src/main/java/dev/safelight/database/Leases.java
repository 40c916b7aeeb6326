package dev.safelight.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * Work that one instance at a time does. A lease is held until it ends by itself, is renewed by its
 * holder, or is given back; a holder that dies is followed when its time is over.
 *
 * <p>It keeps instances from doing the same work twice without need. It is no fence: a holder that
 * was asleep may wake up after another has begun, so the work must do no harm when done twice.
 */
public class Leases {

  private static final String ID = "_id";
  private static final String HOLDER = "holder";
  private static final String UNTIL = "until";

  private final MongoCollection<Document> leases;
  private final Clock clock;

  /** Keeps leases in the collection {@code leases} of a database; {@code clock} ends them. */
  public Leases(MongoDatabase database, Clock clock) {
    this.leases = database.getCollection("leases");
    this.clock = clock;
  }

  /**
   * Takes a lease that is free, has ended or is the holder's already.
   *
   * @param name of the work
   * @param holder of this instance, unlike that of any other
   * @return whether the holder has it for this long from now; or {@link
   *     DatabaseUnavailableException}
   */
  public Mono<Boolean> take(String name, String holder, Duration term) {
    var now = clock.instant();
    var free = and(eq(ID, name), or(eq(HOLDER, holder), lt(UNTIL, Date.from(now))));
    var taken = combine(set(HOLDER, holder), set(UNTIL, Date.from(now.plus(term))));
    // A lease of another does not match, and inserting a second one of its name fails.
    return Outages.mono(leases.updateOne(free, taken, new UpdateOptions().upsert(true)))
        .thenReturn(true)
        .onErrorResume(DuplicateKeys::caused, held -> Mono.just(false));
  }

  /** Gives back a lease; one that somebody else has by now stays theirs. */
  public Mono<Void> giveBack(String name, String holder) {
    return Outages.mono(leases.deleteOne(and(eq(ID, name), eq(HOLDER, holder)))).then();
  }
}
