package dev.safelight.eventing;

import java.util.HashSet;
import java.util.Set;

/**
 * Which exceptions mean that something we need is away, and not that the record or our code is bad.
 *
 * @param types their classes; subclasses count
 */
public record OutageTypes(Set<Class<? extends Throwable>> types) {

  /** The given types and {@link BrokerUnavailableException}, which is always one. */
  @SafeVarargs
  public static OutageTypes of(Class<? extends Throwable>... types) {
    var all = new HashSet<Class<? extends Throwable>>(Set.of(BrokerUnavailableException.class));
    for (var type : types) {
      all.add(type);
    }
    return new OutageTypes(Set.copyOf(all));
  }

  /** Whether {@code failure} or anything that caused it is an outage. */
  public boolean cover(Throwable failure) {
    return Causes.of(failure).stream()
        .anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
  }
}
