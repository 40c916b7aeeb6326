package dev.safelight.processor.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the engine to develop with. */
public final class Engines {

  /** The best engine that this machine has. */
  public static final String AUTO = "auto";

  private Engines() {}

  /**
   * Opens an engine.
   *
   * @param choice {@link #AUTO} or the name of an engine
   * @param marks what it may lay over pictures
   * @throws EngineUnavailableException if there is none of that name, or if it cannot work here
   */
  public static ImageEngine open(String choice, WatermarkImages marks) {
    var missing = new ArrayList<EngineUnavailableException>();
    for (var provider : providers(choice)) {
      try {
        return provider.open(marks);
      } catch (EngineUnavailableException e) {
        missing.add(e);
      }
    }
    var unavailable = new EngineUnavailableException("There is no image engine named " + choice);
    missing.forEach(unavailable::addSuppressed);
    throw missing.size() == 1 ? missing.getFirst() : unavailable;
  }

  private static List<EngineProvider> providers(String choice) {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> choice.equals(AUTO) || provider.name().equals(choice))
        .sorted(Comparator.comparingInt(EngineProvider::preference).reversed())
        .toList();
  }
}
