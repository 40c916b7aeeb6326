package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.Viewer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Who listens on this instance, and to what; not more than there is room for. */
class Listeners {

  private final Map<UUID, Set<Listener>> byImage = new ConcurrentHashMap<>();
  private final Map<String, Set<Listener>> byOwner = new ConcurrentHashMap<>();
  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();
  private final LiveSettings.Limits limits;

  Listeners(LiveSettings.Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes a place; whoever has one gives it back by {@link #leave}.
   *
   * @throws TooManyListenersException if there is none
   */
  void take(Viewer viewer) {
    if (all.incrementAndGet() > limits.instance()) {
      all.decrementAndGet();
      throw new TooManyListenersException(false);
    }
    var account = viewer.subject();
    if (account != null && places.merge(account, 1, Integer::sum) > limits.account()) {
      leave(viewer);
      throw new TooManyListenersException(true);
    }
  }

  /** Gives a place back. */
  void leave(Viewer viewer) {
    all.decrementAndGet();
    if (viewer.subject() != null) {
      places.computeIfPresent(viewer.subject(), (account, count) -> count > 1 ? count - 1 : null);
    }
  }

  /** How many listen. */
  int count() {
    return all.get();
  }

  void add(UUID imageId, Listener listener) {
    add(byImage, imageId, listener);
  }

  void add(String owner, Listener listener) {
    add(byOwner, owner, listener);
  }

  void remove(UUID imageId, Listener listener) {
    remove(byImage, imageId, listener);
  }

  void remove(String owner, Listener listener) {
    remove(byOwner, owner, listener);
  }

  /** Whether somebody may want to hear of it; to know better, the image has to be looked at. */
  boolean mayCare(Fact fact) {
    return byImage.containsKey(fact.imageId())
        || (fact.owner() == null ? !byOwner.isEmpty() : byOwner.containsKey(fact.owner()));
  }

  /** Those who listen to an image. */
  Stream<Listener> of(UUID imageId) {
    return byImage.getOrDefault(imageId, Set.of()).stream();
  }

  /** Those who listen to all that an owner has. */
  Stream<Listener> of(String owner) {
    return byOwner.getOrDefault(owner, Set.of()).stream();
  }

  /** Everybody. */
  Stream<Listener> all() {
    return Stream.concat(byImage.values().stream(), byOwner.values().stream()).flatMap(Set::stream);
  }

  private static <K> void add(Map<K, Set<Listener>> map, K key, Listener listener) {
    map.compute(
        key,
        (same, there) -> {
          var listeners = there == null ? ConcurrentHashMap.<Listener>newKeySet(1) : there;
          listeners.add(listener);
          return listeners;
        });
  }

  private static <K> void remove(Map<K, Set<Listener>> map, K key, Listener listener) {
    map.computeIfPresent(
        key,
        (same, there) -> {
          there.remove(listener);
          return there.isEmpty() ? null : there;
        });
  }
}
