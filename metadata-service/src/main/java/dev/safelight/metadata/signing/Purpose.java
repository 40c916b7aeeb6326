package dev.safelight.metadata.signing;

/** What a signature is for: one made for one purpose is worth nothing for another. */
public enum Purpose {
  /** Where a listing goes on. */
  CURSOR,
  /** That whoever has the address may see a picture. */
  PICTURE,
  /** That something was erased. */
  RECEIPT
}
