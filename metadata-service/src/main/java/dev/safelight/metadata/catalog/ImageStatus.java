package dev.safelight.metadata.catalog;

import java.util.Arrays;
import java.util.Locale;

/** How far an image has come. Events may arrive in any order, so a status only ever rises. */
public enum ImageStatus {
  /** In quarantine, not judged yet. */
  PENDING(0),
  /** The scanner found nothing. */
  CLEARED(1),
  /** Every variant is stored and may be shown. */
  READY(2),
  /** Every variant is stored, and a moderator is to look at them. Never kept in the database. */
  HELD(2),
  /** Will never be published. Above ready: should both ever be said, nothing is shown. */
  REJECTED(3);

  private final int rank;

  ImageStatus(int rank) {
    this.rank = rank;
  }

  /** Place in the order in which a status may rise, lowest first; kept in the database. */
  public int rank() {
    return rank;
  }

  /** Whether nothing the pipeline does is expected to change it. */
  public boolean isFinal() {
    return this == READY || this == HELD || this == REJECTED;
  }

  /** Whether those who may see the image may see its pictures. */
  boolean isShown() {
    return this == READY || this == HELD;
  }

  /** The name in JSON and in queries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the pipeline says by a rank.
   *
   * @throws IllegalArgumentException if there is no such rank
   */
  public static ImageStatus ofRank(int rank) {
    return Arrays.stream(values())
        .filter(status -> status.rank == rank)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No status has the rank " + rank));
  }
}
