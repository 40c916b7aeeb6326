package dev.safelight.processor.process;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The operator's images that may be laid over pictures.
 *
 * @param files content of each, by name; PNG, trusted
 */
public record WatermarkImages(Map<String, byte[]> files) {

  /** None. */
  public static final WatermarkImages NONE = new WatermarkImages(Map.of());

  /** Keeps the images from being changed. */
  public WatermarkImages {
    files = Map.copyOf(files);
  }

  /** SHA-256 of each, by name. */
  Map<String, String> digests() {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, file -> OriginalReader.sha256(file.getValue())));
  }
}
