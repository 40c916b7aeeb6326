package dev.safelight.bench.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** The object store itself, from memory, by the SDK that ingest uses. */
final class BareStore implements Door, AutoCloseable {

  private static final String BUCKET = "quarantine";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final S3AsyncClient store;

  /** With a connection for each of so many uploads at a time. */
  BareStore(URI endpoint, String key, int connections) {
    var http =
        NettyNioAsyncHttpClient.builder()
            .maxConcurrency(connections)
            .connectionAcquisitionTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .writeTimeout(PATIENCE);
    store =
        S3AsyncClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, key)))
            .forcePathStyle(true)
            .httpClientBuilder(http)
            .build();
  }

  @Override
  public String name() {
    return "bare PUT";
  }

  @Override
  public void upload(NoiseImage image) {
    store
        .putObject(
            put -> put.bucket(BUCKET).key("bare/" + UUID.randomUUID()).contentType("image/bmp"),
            AsyncRequestBody.fromBytesUnsafe(image.content()))
        .join();
  }

  /** Deletes all that was uploaded, whatever the door. */
  void empty() {
    while (true) {
      var objects = store.listObjectsV2(list -> list.bucket(BUCKET)).join().contents();
      if (objects.isEmpty()) {
        return;
      }
      var keys =
          objects.stream()
              .map(object -> ObjectIdentifier.builder().key(object.key()).build())
              .toList();
      store.deleteObjects(all -> all.bucket(BUCKET).delete(these -> these.objects(keys))).join();
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
