package dev.safelight.scanner.scan;

/** What the scanner concluded. Not knowing is not a verdict; it is an exception. */
public sealed interface Verdict {

  /**
   * Every byte was inspected and nothing was found.
   *
   * @param engine who says so
   */
  record Clean(Engine engine) implements Verdict {}

  /**
   * Malware was found.
   *
   * @param signature its name
   */
  record Infected(String signature) implements Verdict {}

  /**
   * Too large or too nested to be inspected whole, which is not clean.
   *
   * @param limit the limit that stands in the way, for people
   */
  record NotScannedWhole(String limit) implements Verdict {}

  /** What is stored is not what was announced, so a verdict on it would say nothing. */
  record Altered() implements Verdict {}
}
