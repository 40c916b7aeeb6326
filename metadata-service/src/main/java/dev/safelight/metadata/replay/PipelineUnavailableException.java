package dev.safelight.metadata.replay;

/** The pipeline can't be reached: an outage, to be waited out. */
public class PipelineUnavailableException extends RuntimeException {

  /** Wraps what the broker's client said. */
  public PipelineUnavailableException(Throwable cause) {
    super("The pipeline can't be reached", cause);
  }
}
