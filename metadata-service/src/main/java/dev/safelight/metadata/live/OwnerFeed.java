package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.ImageAction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All images of one owner, in the order in which the database stored their changes. */
class OwnerFeed implements Feed {

  private final Changes changes;
  private final String owner;
  private final Listening listening;
  private final Duration overlap;
  private final int page;
  private final Memory memory = new Memory();
  private volatile Position position = Position.START;

  OwnerFeed(Changes changes, String owner, Listening listening, LiveSettings settings) {
    this.changes = changes;
    this.owner = owner;
    this.listening = listening;
    this.overlap = settings.overlap();
    this.page = settings.page();
  }

  /** Whoever is new hears of nothing that was before. */
  @Override
  public Mono<Position> open() {
    var last = listening.last();
    if (last != null) {
      memory.know(last);
      return reach(last);
    }
    return changes
        .newest(owner, page)
        .collectList()
        .flatMap(newest -> newest.isEmpty() ? reach(Position.START) : startFrom(newest));
  }

  private Mono<Position> startFrom(List<Change> newest) {
    var start = newest.getFirst();
    var first = start.storedAt().minus(overlap);
    newest.stream().filter(change -> !change.storedAt().isBefore(first)).forEach(memory::know);
    return reach(start.position());
  }

  private Mono<Position> reach(Position reached) {
    position = reached;
    return Mono.just(reached);
  }

  @Override
  public Flux<Signal.Told> news() {
    return Flux.defer(() -> page(overlapped()).expand(this::next).concatMapIterable(it -> it, 1))
        .doOnNext(this::advance)
        .filter(change -> change.image().grants(ImageAction.READ, listening.viewer()))
        .<Signal.Told>handle((change, sink) -> memory.tell(change).ifPresent(sink::next));
  }

  private Mono<List<Change>> page(Position after) {
    return changes.after(owner, after, page).collectList();
  }

  private Mono<List<Change>> next(List<Change> before) {
    return before.size() < page ? Mono.empty() : page(before.getLast().position());
  }

  private Position overlapped() {
    var from = position.storedAt().minus(overlap);
    return new Position(from, new UUID(0, 0), 0);
  }

  private void advance(Change change) {
    if (change.storedAt().isAfter(position.storedAt())) {
      position = change.position();
    }
  }
}
