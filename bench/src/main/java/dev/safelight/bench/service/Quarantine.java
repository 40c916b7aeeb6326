package dev.safelight.bench.service;

import dev.safelight.bench.engine.WorkItem;
import dev.safelight.event.ImageCleared;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Puts photos where the processor looks for originals. */
final class Quarantine implements AutoCloseable {

  private final S3AsyncClient store;

  Quarantine(URI store) {
    var key = AwsBasicCredentials.create(Parts.KEY, Parts.KEY);
    this.store =
        S3AsyncClient.builder()
            .endpointOverride(store)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(key))
            .forcePathStyle(true)
            .build();
  }

  void put(WorkItem photo) {
    store
        .putObject(
            put -> put.bucket("quarantine").key(keyOf(photo)),
            AsyncRequestBody.fromBytes(photo.content()))
        .join();
  }

  /** Says that a photo is clean, as one more image of that content. */
  static ImageCleared cleared(WorkItem photo) {
    return ImageCleared.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(UUID.randomUUID())
        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setObjectKey(keyOf(photo))
        .setSizeBytes(photo.content().length)
        .setSha256(sha256(photo.content()))
        .setMimeType("image/jpeg")
        .setEngine("bench")
        .setSignatureVersion("0")
        .build();
  }

  private static String keyOf(WorkItem photo) {
    return "uploads/" + photo.name();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
