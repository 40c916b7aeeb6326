package dev.safelight.ingest.upload.resumable;

/** Carries an {@link Objection} out of a chain of steps. */
public class ObjectionException extends RuntimeException {

  private final transient Objection objection;

  /** Raises it. */
  public ObjectionException(Objection objection) {
    super("Objected: " + objection, null, false, false);
    this.objection = objection;
  }

  /** What it is. */
  public Objection objection() {
    return objection;
  }
}
