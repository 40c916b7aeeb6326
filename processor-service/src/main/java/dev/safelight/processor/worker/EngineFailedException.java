package dev.safelight.processor.worker;

/** The engine failed in a way that says nothing of the image. A defect: the image is parked. */
class EngineFailedException extends RuntimeException {

  EngineFailedException(WorkerEndedException cause) {
    super("The engine failed: " + cause.getMessage(), cause);
  }
}
