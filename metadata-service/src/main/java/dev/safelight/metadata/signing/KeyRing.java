package dev.safelight.metadata.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The keys as they were at one moment, and which of them are good for what. */
final class KeyRing {

  private final List<DerivedKeys> oldestFirst;
  private final Instant completeUntil;
  private final SigningSettings settings;

  /**
   * Takes keys.
   *
   * @param completeUntil nobody signs with a key that is not among these before
   */
  KeyRing(List<SigningKey> keys, Instant completeUntil, SigningSettings settings) {
    this.oldestFirst =
        keys.stream()
            .sorted(Comparator.comparing(SigningKey::madeAt))
            .map(DerivedKeys::new)
            .toList();
    this.completeUntil = completeUntil;
    this.settings = settings;
  }

  /** The newest that every instance knows by now; the first of all at once. */
  DerivedKeys signer(Instant now) {
    return oldestFirst.stream()
        .filter(key -> isSettled(key, now))
        .reduce((older, newer) -> newer)
        .or(() -> oldestFirst.stream().findFirst())
        .orElseThrow(SigningUnavailableException::new);
  }

  /** The key of an id, as long as what it signed counts. */
  Optional<DerivedKeys> verifier(String id, Purpose purpose, Instant now) {
    for (int i = 0; i < oldestFirst.size(); i++) {
      if (oldestFirst.get(i).id().equals(id)) {
        return counts(i, purpose, now) ? Optional.of(oldestFirst.get(i)) : Optional.empty();
      }
    }
    if (completeUntil.isBefore(now)) {
      // Another instance may have made it since we could last look.
      throw new SigningUnavailableException();
    }
    return Optional.empty();
  }

  /** Receipts are for years; all else ends some time after the next key took over. */
  private boolean counts(int index, Purpose purpose, Instant now) {
    return purpose == Purpose.RECEIPT
        || index == oldestFirst.size() - 1
        || now.isBefore(followedAt(index).plus(settings.validity()));
  }

  private Instant followedAt(int index) {
    return oldestFirst.get(index + 1).madeAt().plus(settings.settling());
  }

  private boolean isSettled(DerivedKeys key, Instant now) {
    return !key.madeAt().plus(settings.settling()).isAfter(now);
  }
}
