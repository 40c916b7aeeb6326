package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells whoever listens here what becomes of images. One timer serves all of them. */
public class LiveService {

  private final CatalogService catalog;
  private final Changes changes;
  private final LiveSettings settings;
  private final Clock clock;
  private final Listeners listeners;
  private final Hearing hearing;
  private final Scheduler timer = Schedulers.newSingle("live", true);
  private final Flux<Long> beats;
  private final Disposable.Composite running = Disposables.composite();
  private volatile boolean open = true;

  /** Composes the service, which hears and beats until it is closed. */
  public LiveService(CatalogService catalog, Changes changes, LiveSettings settings, Clock clock) {
    this.catalog = catalog;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
    this.listeners = new Listeners(settings.limits());
    this.hearing = new Hearing(changes, listeners, settings.patience(), timer);
    this.beats = Flux.interval(settings.heartbeat(), timer).publish().autoConnect(0, running::add);
    running.add(hearing.start());
    running.add(beats.onBackpressureDrop().subscribe(beat -> hearing.makeUp(), closed -> {}));
  }

  /**
   * What becomes of an image, from the state that it has; ends soon after that is final. Fails as
   * {@link CatalogService#get} does. Empty if the listener knows the final state already.
   */
  public Mono<Flux<Signal>> ofImage(UUID imageId, Listening listening) {
    return catalog
        .get(imageId, listening.viewer(), Duration.ZERO)
        .filter(image -> !knowsTheEnd(image, listening))
        .map(image -> stream(imageId, listening));
  }

  /** What becomes of the listener's own images; does not end by itself. */
  public Flux<Signal> ofOwner(Listening listening) {
    var owner = Objects.requireNonNull(listening.viewer().subject());
    return seated(
        listening,
        listener ->
            listener
                .signals(new OwnerFeed(changes, owner, listening, settings), beats)
                .doOnSubscribe(subscription -> listeners.add(owner, listener))
                .doFinally(signal -> listeners.remove(owner, listener)));
  }

  /** Says that an event came. Never blocks. */
  public void hear(Fact fact) {
    hearing.hear(fact);
  }

  /** Says that events may have come of which nobody told. */
  public void miss() {
    hearing.miss();
  }

  /** How many listen to this instance. */
  public int listeners() {
    return listeners.count();
  }

  /** Ends all streams and takes no more: listeners go on elsewhere, from where they are. */
  public void close() {
    open = false;
    listeners.all().forEach(Listener::end);
    running.dispose();
    timer.dispose();
  }

  private Flux<Signal> stream(UUID imageId, Listening listening) {
    return seated(
        listening,
        listener -> {
          var feed =
              new ImageFeed(changes, imageId, listening, () -> endSoon(listener), listener::end);
          return listener
              .signals(feed, beats)
              .doOnSubscribe(subscription -> listeners.add(imageId, listener))
              .doFinally(signal -> listeners.remove(imageId, listener));
        });
  }

  private Flux<Signal> seated(Listening listening, Function<Listener, Flux<Signal>> stream) {
    return Flux.defer(
        () -> {
          listeners.take(listening.viewer());
          var listener = new Listener(listening.until(), clock);
          return stream
              .apply(listener)
              .doFinally(signal -> listeners.leave(listening.viewer()))
              .doOnSubscribe(subscription -> endIfClosed(listener));
        });
  }

  /** Of those that come while we close, none may be left. */
  private void endIfClosed(Listener listener) {
    if (!open) {
      listener.end();
    }
  }

  private void endSoon(Listener listener) {
    Mono.delay(settings.grace(), timer).subscribe(over -> listener.end(), closed -> listener.end());
  }

  private static boolean knowsTheEnd(ImageRecord image, Listening listening) {
    var last = listening.last();
    return last != null
        && last.imageId().equals(image.id())
        && last.version() == image.history().version()
        && ImageFeed.isOver(image);
  }
}
