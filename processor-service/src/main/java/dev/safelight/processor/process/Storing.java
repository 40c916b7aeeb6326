package dev.safelight.processor.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stores the variants of an image, some at a time, and none that is there already. */
final class Storing {

  /** Few enough that all images together do not use up the connections to the store. */
  private static final int AT_A_TIME = 4;

  private final VariantStore store;

  Storing(VariantStore store) {
    this.store = store;
  }

  /**
   * Stores all variants, or fails as the first one that failed did; those that have begun by then
   * are waited for.
   */
  List<StoredVariant> store(ClearedImage image, Recipe recipe, DevelopedImage developed) {
    var known = store.digests(image.id());
    var factory = Thread.ofVirtual().name("storing-", 0).factory();
    try (var threads = Executors.newFixedThreadPool(AT_A_TIME, factory)) {
      var ended = new ExecutorCompletionService<StoredVariant>(threads);
      var all = new ArrayList<Future<StoredVariant>>();
      for (int i = 0; i < recipe.specs().size(); i++) {
        var variant = developed.variants().get(i);
        var key = recipe.key(image.id(), recipe.specs().get(i), variant.format(), image.sha256());
        all.add(ended.submit(() -> store(key, variant, known)));
      }
      try {
        for (int i = 0; i < all.size(); i++) {
          ended.take().get();
        }
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw rethrown(e);
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new WorkersUnavailableException("Interrupted while variants were stored", e);
      }
      return all.stream().map(Future::resultNow).toList();
    }
  }

  private StoredVariant store(String key, EncodedVariant variant, Map<String, String> known) {
    var content = variant.content();
    var mimeType = variant.format().mimeType();
    var there = known.get(key);
    if (there == null || !there.equals(OriginalReader.md5(content))) {
      store.put(key, content, mimeType);
    }
    return new StoredVariant(
        variant.name(),
        key,
        mimeType,
        variant.width(),
        variant.height(),
        content.length,
        OriginalReader.sha256(content));
  }

  /** An outage stays one. */
  private static RuntimeException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException cause -> cause;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
