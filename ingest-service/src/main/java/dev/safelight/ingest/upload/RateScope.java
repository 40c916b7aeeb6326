package dev.safelight.ingest.upload;

import java.util.Locale;

/** Whose uploads are counted together. */
public enum RateScope {
  /** Those of one account. */
  USER,
  /** Those from one network address. */
  ADDRESS,
  /** Those for one item. */
  ITEM;

  /** The name clients see. */
  public String externalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
