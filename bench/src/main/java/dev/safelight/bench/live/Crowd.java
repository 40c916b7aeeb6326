package dev.safelight.bench.live;

import dev.safelight.bench.service.Issuer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Very many listeners on one thread: of each account half of them listen to one image, and half to
 * all that the account has, which is that image.
 */
final class Crowd implements AutoCloseable {

  /** As many streams as an account may have. */
  static final int OF_ACCOUNT = 20;

  private static final int AT_A_TIME = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LoopResources thread = LoopResources.create("crowd", 1, true);
  private final HttpClient client;
  private final List<Ear> ears = new ArrayList<>();
  private final AtomicInteger told = new AtomicInteger();
  private volatile long firstTold;
  private volatile long lastTold;

  Crowd(URI service) {
    client =
        HttpClient.create(ConnectionProvider.newConnection())
            .runOn(thread)
            .baseUrl(service.toString());
  }

  /** The account that listener {@code number} belongs to. */
  static String account(int number) {
    return "listener-" + number / OF_ACCOUNT;
  }

  /** The image of an account. */
  static UUID image(int account) {
    return new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0000L | account);
  }

  /** Opens so many streams and waits until all of them are told that they listen. */
  void open(int count, Issuer issuer) throws GeneralSecurityException {
    var tokens = new ArrayList<String>();
    for (int account = 0; account * OF_ACCOUNT < count; account++) {
      tokens.add(issuer.token(account(account * OF_ACCOUNT)));
    }
    Flux.range(0, count)
        .flatMap(number -> listen(number, tokens).opened(), AT_A_TIME)
        .blockLast(PATIENCE);
  }

  private Ear listen(int number, List<String> tokens) {
    var account = number / OF_ACCOUNT;
    var path = number % 2 == 0 ? "/api/events" : "/api/images/" + image(account) + "/status";
    var ear = new Ear(client, path, tokens.get(account), data -> tell());
    ears.add(ear);
    return ear;
  }

  private void tell() {
    var now = System.nanoTime();
    if (told.getAndIncrement() == 0) {
      firstTold = now;
    }
    lastTold = now;
  }

  /** Forgets what was told so far. */
  void forget() {
    told.set(0);
  }

  int told() {
    return told.get();
  }

  /** From when the first was told something to when the last was. */
  double secondsOfTelling() {
    return (lastTold - firstTold) / 1e9;
  }

  long stillOpen() {
    return ears.stream().filter(Ear::isOpen).count();
  }

  long heartbeats() {
    return ears.stream().mapToLong(Ear::heartbeats).sum();
  }

  int fewestHeartbeats() {
    return ears.stream().mapToInt(Ear::heartbeats).min().orElse(0);
  }

  /** One more listener, who is not counted with the others. */
  Ear one(String path, String token, Consumer<String> toldWhat) {
    return new Ear(client, path, token, toldWhat);
  }

  /** All of them hang up; the thread stays. */
  void hangUp() {
    ears.forEach(Ear::close);
    ears.clear();
  }

  @Override
  public void close() {
    hangUp();
    thread.dispose();
  }
}
