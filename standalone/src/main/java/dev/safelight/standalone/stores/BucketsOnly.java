package dev.safelight.standalone.stores;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * A view of a store that knows some of its buckets. S3Proxy asks who may use the bucket that a
 * request names, and not whether they may use the one that a copy is made from.
 */
final class BucketsOnly implements InvocationHandler {

  private static final int FORBIDDEN = 403;

  private final BlobStore store;
  private final Set<String> buckets;

  private BucketsOnly(BlobStore store, Set<String> buckets) {
    this.store = store;
    this.buckets = buckets;
  }

  /** The view. */
  static BlobStore of(BlobStore store, Set<String> buckets) {
    var type = BlobStore.class;
    return (BlobStore)
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new BucketsOnly(store, buckets));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    for (var argument : arguments == null ? new Object[0] : arguments) {
      if (argument instanceof S3Request request && !buckets.containsAll(bucketsOf(request))) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
      }
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static List<String> bucketsOf(S3Request request) {
    return Stream.of(
            request.getValueForField("Bucket", String.class),
            request.getValueForField("DestinationBucket", String.class),
            request.getValueForField("SourceBucket", String.class),
            request.getValueForField("CopySource", String.class).map(BucketsOnly::bucketOf))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Of {@code bucket/key}, with or without a slash before it. */
  private static String bucketOf(String source) {
    return source.replaceFirst("^/", "").replaceFirst("(?s)[/?].*", "");
  }
}
