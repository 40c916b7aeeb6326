package dev.safelight.processor.process;

/** Opens one kind of engine; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** What it is called in settings, such as {@code vips}. */
  String name();

  /** Where several engines are there, that of the highest number is taken. */
  int preference();

  /**
   * Opens the engine.
   *
   * @param marks what it may lay over pictures
   * @throws EngineUnavailableException if this machine lacks what the engine needs
   */
  ImageEngine open(WatermarkImages marks);
}
