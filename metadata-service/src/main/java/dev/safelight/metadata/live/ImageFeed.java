package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One image, until nothing more is to be expected of it. */
class ImageFeed implements Feed {

  private final Changes changes;
  private final UUID imageId;
  private final Listening listening;
  private final Runnable over;
  private final Runnable gone;
  private final Memory memory = new Memory();

  /**
   * Will tell of an image.
   *
   * @param over called when its state is final
   * @param gone called when the listener may not know of it any more
   */
  ImageFeed(Changes changes, UUID imageId, Listening listening, Runnable over, Runnable gone) {
    this.changes = changes;
    this.imageId = imageId;
    this.listening = listening;
    this.over = over;
    this.gone = gone;
  }

  /** The state that it has is told at once, unless that is the one that was told last. */
  @Override
  public Mono<Position> open() {
    var last = listening.last();
    if (last == null || !last.imageId().equals(imageId)) {
      return Mono.empty();
    }
    memory.know(last);
    return Mono.just(last);
  }

  @Override
  public Flux<Signal.Told> news() {
    return changes
        .find(imageId)
        .filter(change -> change.image().grants(ImageAction.READ, listening.viewer()))
        .switchIfEmpty(Mono.fromRunnable(gone))
        .flatMap(change -> Mono.justOrEmpty(memory.tell(change)))
        .doOnNext(told -> endOnce(told.change().image()))
        .flux();
  }

  private void endOnce(ImageRecord image) {
    if (isOver(image)) {
      over.run();
    }
  }

  /** What is held will be decided. */
  static boolean isOver(ImageRecord image) {
    return image.isSettled() && (image.isDeleted() || image.status() != ImageStatus.HELD);
  }
}
