package dev.safelight.processor.process;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Both buckets in memory; missing objects and outages as in life. */
public class InMemoryStore implements Originals, VariantStore {

  /** The store is away. */
  static class AwayException extends RuntimeException {
    AwayException() {
      super("The store is away");
    }
  }

  private final Map<String, byte[]> originals = new LinkedHashMap<>();
  private final Map<String, byte[]> variants = new LinkedHashMap<>();
  private final Map<String, ProcessedImage> manifests = new LinkedHashMap<>();
  private final Supplier<? extends RuntimeException> outage;
  private int failures;
  private int puts;

  /** An empty store; an outage is what it throws when it is away. */
  public InMemoryStore(Supplier<? extends RuntimeException> outage) {
    this.outage = outage;
  }

  /** Puts an original into quarantine. */
  public synchronized void upload(String objectKey, byte[] content) {
    originals.put(objectKey, content);
  }

  /** Empties quarantine, as ingest does after a while. */
  public synchronized void emptyQuarantine() {
    originals.clear();
  }

  /** Goes away for this many calls. */
  public synchronized void goAwayFor(int calls) {
    failures = calls;
  }

  /** Puts something else in the place of a variant. */
  public synchronized void damage(String objectKey) {
    variants.put(objectKey, new byte[1]);
  }

  /** Loses a variant. */
  public synchronized void lose(String objectKey) {
    variants.remove(objectKey);
  }

  /** How often something was stored. */
  public synchronized int puts() {
    return puts;
  }

  /** What is stored, by object key. */
  public synchronized Map<String, byte[]> variants() {
    return Map.copyOf(variants);
  }

  @Override
  public synchronized InputStream open(String objectKey) {
    failIfAway();
    if (!originals.containsKey(objectKey)) {
      throw new OriginalMissingException(objectKey);
    }
    return new ByteArrayInputStream(originals.get(objectKey));
  }

  @Override
  public synchronized Map<String, String> digests(UUID imageId) {
    failIfAway();
    var digests = new LinkedHashMap<String, String>();
    variants.forEach((key, content) -> digests.put(key, OriginalReader.md5(content)));
    return digests;
  }

  @Override
  public synchronized void put(String objectKey, byte[] content, String mimeType) {
    failIfAway();
    variants.put(objectKey, content);
    puts++;
  }

  @Override
  public synchronized Optional<ProcessedImage> manifest(UUID imageId, String recipe) {
    failIfAway();
    return Optional.ofNullable(manifests.get(imageId + recipe));
  }

  @Override
  public synchronized boolean isDeveloped(UUID imageId) {
    failIfAway();
    return manifests.keySet().stream().anyMatch(key -> key.startsWith(imageId.toString()));
  }

  @Override
  public synchronized void remember(UUID imageId, ProcessedImage manifest) {
    failIfAway();
    manifests.put(imageId + manifest.recipe(), manifest);
  }

  private void failIfAway() {
    if (failures > 0) {
      failures--;
      throw outage.get();
    }
  }
}
