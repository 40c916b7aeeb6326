package dev.safelight.processor.process;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store that goes away at one particular call. */
final class FailingAt implements Originals, VariantStore {

  private final InMemoryStore store;
  private int callsLeft;

  FailingAt(InMemoryStore store, int call) {
    this.store = store;
    this.callsLeft = call;
  }

  @Override
  public InputStream open(String objectKey) {
    count();
    return store.open(objectKey);
  }

  @Override
  public Map<String, String> digests(UUID imageId) {
    count();
    return store.digests(imageId);
  }

  @Override
  public void put(String objectKey, byte[] content, String mimeType) {
    count();
    store.put(objectKey, content, mimeType);
  }

  @Override
  public Optional<ProcessedImage> manifest(UUID imageId, String recipe) {
    count();
    return store.manifest(imageId, recipe);
  }

  @Override
  public boolean isDeveloped(UUID imageId) {
    count();
    return store.isDeveloped(imageId);
  }

  @Override
  public void remember(UUID imageId, ProcessedImage manifest) {
    count();
    store.remember(imageId, manifest);
  }

  private synchronized void count() {
    if (--callsLeft == 0) {
      throw new InMemoryStore.AwayException();
    }
  }
}
