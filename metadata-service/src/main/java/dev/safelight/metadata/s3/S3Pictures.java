package dev.safelight.metadata.s3;

import dev.safelight.metadata.catalog.Pictures;
import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.PresignedUrls;
import dev.safelight.storage.RangeUnsatisfiableException;
import dev.safelight.storage.StorageUnavailableException;
import dev.safelight.storage.StoredObject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class S3Pictures implements Pictures {

  private final ObjectStore objects;
  private final PresignedUrls addresses;
  private final String bucket;

  S3Pictures(ObjectStore objects, PresignedUrls addresses, Buckets buckets) {
    this.objects = objects;
    this.addresses = addresses;
    this.bucket = buckets.images();
  }

  @Override
  public Mono<Flux<ByteBuffer>> open(Variant variant, long first, long last) {
    return objects
        .get(bucket, variant.objectKey(), range(variant, first, last))
        .flatMap(object -> ofLength(last - first + 1, object, variant))
        .onErrorMap(failure -> translated(failure, variant));
  }

  @Override
  public URI address(Variant variant, String disposition, Duration validity) {
    return addresses.get(bucket, variant.objectKey(), variant.mimeType(), disposition, validity);
  }

  /** None for the whole, so that an object of another size than the record says is noticed. */
  private static @Nullable String range(Variant variant, long first, long last) {
    return first == 0 && last == variant.size() - 1 ? null : "bytes=" + first + '-' + last;
  }

  /** The answer's Content-Length comes from the record, so what is stored must have it. */
  private static Mono<Flux<ByteBuffer>> ofLength(
      long length, StoredObject object, Variant variant) {
    return object.contentLength() == length
        ? Mono.just(object.content().onErrorMap(failure -> translated(failure, variant)))
        : object.content().take(0).then(Mono.error(broken(variant, null)));
  }

  private static Throwable translated(Throwable failure, Variant variant) {
    return switch (failure) {
      case StorageUnavailableException away -> new PicturesUnavailableException(away);
      case ObjectMissingException missing -> broken(variant, missing);
      case RangeUnsatisfiableException shorter -> broken(variant, shorter);
      default -> failure;
    };
  }

  private static IllegalStateException broken(Variant variant, @Nullable Throwable cause) {
    return new IllegalStateException(
        "The images bucket does not hold what the record says: " + variant.objectKey(), cause);
  }
}
