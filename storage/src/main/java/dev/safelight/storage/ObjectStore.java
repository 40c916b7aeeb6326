package dev.safelight.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in buckets. Blocking methods are for consumers on virtual threads, reactive ones for the
 * HTTP edges; both know the same failures: {@link ObjectMissingException} where there is no such
 * object, {@link StorageUnavailableException} for all else.
 *
 * <p>Safe for use by many threads.
 */
public class ObjectStore {

  /** The SDK's own 16 KiB cost a large file a quarter of its time. */
  private static final int FILE_CHUNK = 128 << 10;

  private final S3AsyncClient s3;

  ObjectStore(S3AsyncClient s3) {
    this.s3 = s3;
  }

  /**
   * Opens an object; the caller closes it. A connection that breaks while it is read is an {@link
   * java.io.IOException} of the stream.
   */
  public InputStream open(String bucket, String key) {
    return joined(
        bucket,
        key,
        () ->
            s3.getObject(
                get -> get.bucket(bucket).key(key),
                AsyncResponseTransformer.toBlockingInputStream()));
  }

  /** Reads a whole object into memory: for small ones of our own, never for what clients sent. */
  public byte[] read(String bucket, String key) {
    return joined(
            bucket,
            key,
            () ->
                s3.getObject(
                    get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes()))
        .asByteArrayUnsafe();
  }

  /** Writes an object whole or not at all, over one that is there. */
  public void put(String bucket, String key, byte[] content, String contentType) {
    joined(
        bucket,
        key,
        () ->
            s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(contentType),
                AsyncRequestBody.fromBytesUnsafe(content)));
  }

  /** Whether the object is there. */
  public boolean exists(String bucket, String key) {
    try {
      joined(bucket, key, () -> s3.headObject(head -> head.bucket(bucket).key(key)));
      return true;
    } catch (ObjectMissingException e) {
      return false;
    }
  }

  /**
   * Entity tags of the objects whose keys begin like this, by key; without their quotes. Of more
   * than a thousand objects, the first ones in the order of their keys. What a store on a plain
   * disk was killed over has no tag, and is left out: nobody knows what is in it.
   */
  public Map<String, String> entityTags(String bucket, String prefix) {
    var tags = new HashMap<String, String>();
    joined(bucket, prefix, () -> s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)))
        .contents()
        .stream()
        .filter(object -> object.eTag() != null)
        .forEach(object -> tags.put(object.key(), object.eTag().replace("\"", "")));
    return tags;
  }

  /** Deletes an object; one that is not there is deleted already. */
  public void delete(String bucket, String key) {
    joined(bucket, key, () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }

  /** Writes a file as an object whole or not at all, over one that is there. */
  public Mono<Void> putFile(String bucket, String key, Path file, String contentType) {
    return mono(
            bucket,
            key,
            () ->
                s3.putObject(
                    put -> put.bucket(bucket).key(key).contentType(contentType),
                    AsyncRequestBody.fromFile(
                        body -> body.path(file).chunkSizeInBytes(FILE_CHUNK))))
        .then();
  }

  /**
   * Reads an object, or the part of it that {@code range} names in the form of RFC 9110 section 14,
   * such as {@code bytes=0-99}. A range outside of the object is a {@link
   * RangeUnsatisfiableException}.
   */
  public Mono<StoredObject> get(String bucket, String key, @Nullable String range) {
    return mono(
            bucket,
            key,
            () ->
                s3.getObject(get -> get.bucket(bucket).key(key).range(range), new StreamedObject()))
        .map(
            object ->
                new StoredObject(
                    object.contentLength(),
                    object.content().onErrorMap(e -> translated(bucket, key, e))));
  }

  /** Deletes an object; one that is not there is deleted already. */
  public Mono<Void> remove(String bucket, String key) {
    return mono(bucket, key, () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)))
        .then();
  }

  /** All objects whose keys begin like this, in the order of their keys, page by page. */
  public Flux<ListedObject> list(String bucket, String prefix) {
    return Flux.defer(
            () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents())
        .map(ListedObject::of)
        .onErrorMap(e -> translated(bucket, prefix, e));
  }

  /**
   * All objects whose keys begin like this, a page at a time, in the order of their keys. A page is
   * asked for when the one before it is done with.
   *
   * @param pageSize most objects of a page, 1000 at most
   */
  public Flux<List<ListedObject>> list(String bucket, String prefix, int pageSize) {
    return page(bucket, prefix, pageSize, null)
        .expand(
            page ->
                Boolean.TRUE.equals(page.isTruncated())
                    ? page(bucket, prefix, pageSize, page.nextContinuationToken())
                    : Mono.empty())
        .map(page -> page.contents().stream().map(ListedObject::of).toList());
  }

  private Mono<ListObjectsV2Response> page(
      String bucket, String prefix, int pageSize, @Nullable String token) {
    return mono(
        bucket,
        prefix,
        () ->
            s3.listObjectsV2(
                list ->
                    list.bucket(bucket).prefix(prefix).maxKeys(pageSize).continuationToken(token)));
  }

  private static <T> Mono<T> mono(String bucket, String key, Supplier<CompletableFuture<T>> call) {
    return Mono.fromFuture(call).onErrorMap(e -> translated(bucket, key, e));
  }

  private static <T> T joined(String bucket, String key, Supplier<CompletableFuture<T>> call) {
    try {
      return call.get().join();
    } catch (RuntimeException e) {
      throw translated(bucket, key, e);
    }
  }

  private static RuntimeException translated(String bucket, String key, Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof S3Exception answer) {
      switch (answer.statusCode()) {
        case 404 -> {
          return new ObjectMissingException(bucket, key);
        }
        case 416 -> {
          return new RangeUnsatisfiableException(key);
        }
        default -> {}
      }
    }
    return new StorageUnavailableException(
        "The object store failed at " + bucket + '/' + key, failure);
  }
}
