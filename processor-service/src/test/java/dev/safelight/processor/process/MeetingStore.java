package dev.safelight.processor.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that is slow until so many store at the same time. */
final class MeetingStore implements VariantStore {

  private final VariantStore store;
  private final CountDownLatch expected;
  private final AtomicInteger present = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  MeetingStore(VariantStore store, int expected) {
    this.store = store;
    this.expected = new CountDownLatch(expected);
  }

  /** The most that ever stored at the same time. */
  int most() {
    return most.get();
  }

  @Override
  public Map<String, String> digests(UUID imageId) {
    return store.digests(imageId);
  }

  @Override
  public void put(String objectKey, byte[] content, String mimeType) {
    int now = present.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    expected.countDown();
    try {
      if (!expected.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Only " + now + " store at the same time");
      }
      store.put(objectKey, content, mimeType);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      present.decrementAndGet();
    }
  }

  @Override
  public Optional<ProcessedImage> manifest(UUID imageId, String recipe) {
    return store.manifest(imageId, recipe);
  }

  @Override
  public boolean isDeveloped(UUID imageId) {
    return store.isDeveloped(imageId);
  }

  @Override
  public void remember(UUID imageId, ProcessedImage manifest) {
    store.remember(imageId, manifest);
  }
}
