package dev.safelight.metadata.search;

/** Somebody made up a cursor, or took that of another question. */
public class UnknownCursorException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
