package dev.safelight.metadata.moderation;

import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.item.Items;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Holds images by who may see them and by what they belong to. */
public class HoldRules implements HoldPolicy {

  private final Scope scope;
  private final Set<String> kinds;
  private final Items items;

  /** Whose images are held whatever they belong to. */
  public enum Scope {
    /** Nobody's. */
    NONE,
    /** Those that everybody may see. */
    PUBLIC,
    /** All. */
    ALL
  }

  /**
   * Holds by these rules.
   *
   * @param kinds kinds of items whose images are held, whoever may see them
   */
  public HoldRules(Scope scope, Set<String> kinds, Items items) {
    this.scope = scope;
    this.kinds = Set.copyOf(kinds);
    this.items = items;
  }

  @Override
  public Mono<Boolean> holds(ImageDetails details) {
    return switch (scope) {
      case ALL -> Mono.just(true);
      case PUBLIC ->
          details.audience().everyone()
              ? Mono.just(true)
              : heldByKind(details.placement().itemId());
      case NONE -> heldByKind(details.placement().itemId());
    };
  }

  /** Of an item that we don't know the kind may be one that is held. */
  private Mono<Boolean> heldByKind(@Nullable String itemId) {
    return itemId == null || kinds.isEmpty()
        ? Mono.just(false)
        : items
            .find(itemId)
            .map(item -> kinds.contains(item.details().kind()))
            .defaultIfEmpty(true);
  }
}
