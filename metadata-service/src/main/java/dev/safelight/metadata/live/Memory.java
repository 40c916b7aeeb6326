package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a listener was told last, of as many images as can have changed in the overlap. */
class Memory {

  private static final int MOST = 512;

  /** Most listeners hear of few images. */
  private final Map<UUID, Seen> seen = new LinkedHashMap<>(4);

  private record Seen(long version, String state) {}

  /** Takes something for told. */
  void know(Change change) {
    put(change, state(change.image()));
  }

  /** Takes a version for told of which the state is not known any more. */
  void know(Position position) {
    seen.put(position.imageId(), new Seen(position.version(), ""));
  }

  /** What to tell; empty for what was told before. */
  Optional<Signal.Told> tell(Change change) {
    var state = state(change.image());
    var before = seen.get(change.image().id());
    if (before != null && before.version() >= change.image().history().version()) {
      return Optional.empty();
    }
    put(change, state);
    var again = before != null && before.state().equals(state);
    return Optional.of(new Signal.Told(again ? "updated" : state, change));
  }

  private void put(Change change, String state) {
    var id = change.image().id();
    seen.remove(id);
    seen.put(id, new Seen(change.image().history().version(), state));
    if (seen.size() > MOST) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  private static String state(ImageRecord image) {
    if (image.isDeleted()) {
      return "deleted";
    }
    return image.status() == ImageStatus.PENDING ? "received" : image.status().label();
  }
}
