package dev.safelight.metadata.signing;

/**
 * Signs short texts, so that they can be told later from what somebody made up. The same on all
 * instances, and across restarts. Never blocks.
 */
public interface Signatures {

  /** The signature of a text, in characters that need no escaping in an address. */
  String sign(Purpose purpose, String text);

  /** Whether {@link #sign} made this of that text; takes as long whether it did or not. */
  boolean isGenuine(Purpose purpose, String text, String signature);
}
