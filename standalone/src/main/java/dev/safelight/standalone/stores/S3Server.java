package dev.safelight.standalone.stores;

import dev.safelight.standalone.state.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * An S3 server that keeps objects as plain files, with the two buckets of Safelight and one key
 * pair per service.
 *
 * <p>A key opens the buckets its service works with and no other, so that a mistake in one service
 * cannot publish what is in quarantine. An object is written beside its name and renamed when
 * whole.
 */
final class S3Server implements AutoCloseable {

  static final String QUARANTINE = "quarantine";
  static final String IMAGES = "images";

  /** Which service may use which bucket. */
  private static final Map<String, Set<String>> GRANTS =
      Map.of(
          "ingest", Set.of(QUARANTINE),
          "scanner", Set.of(QUARANTINE),
          "processor", Set.of(QUARANTINE, IMAGES),
          "metadata", Set.of(IMAGES),
          "admin", Set.of(QUARANTINE, IMAGES));

  /** And which may do no more there than look for an original and delete it: metadata. */
  private static final Map<String, Set<String>> LOOKS = Map.of("metadata", Set.of(QUARANTINE));

  private final S3Proxy server;

  private S3Server(S3Proxy server) {
    this.server = server;
  }

  /**
   * Starts it on this loopback port with the buckets made.
   *
   * @param origins whose pages may send files to presigned addresses
   */
  static S3Server start(Path folder, int port, Secrets secrets, List<String> origins)
      throws Exception {
    var files = files(folder);
    for (var bucket : List.of(QUARANTINE, IMAGES)) {
      makePrivate(Files.createDirectories(folder.resolve(bucket)));
    }
    var admin = secrets.s3("admin");
    var server =
        S3Proxy.builder()
            .blobStore(files)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, admin.accessKey(), admin.secretKey())
            .ignoreUnknownHeaders(true)
            .corsRules(uploadsFrom(origins))
            .build();
    var keys = keys(secrets);
    server.setBlobStoreLocator((key, bucket, object) -> grant(keys, files, key, bucket));
    server.start();
    return new S3Server(server);
  }

  /**
   * A page may {@code PUT}, with the headers that are signed, and read nothing but the entity tag,
   * which Uppy waits for. What a request may do its signature says, as for everybody else.
   */
  private static CrossOriginResourceSharing uploadsFrom(List<String> origins) {
    return new CrossOriginResourceSharing(
        origins.stream().map(Pattern::quote).toList(),
        List.of("PUT"),
        List.of("content-type", "Content-Type"),
        List.of("ETag"),
        "");
  }

  /** A bucket whose folder others may read is one that S3Proxy lists for people without a key. */
  private static void makePrivate(Path bucket) throws IOException {
    Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
  }

  private static BlobStore files(Path folder) throws IOException {
    Files.createDirectories(folder);
    var settings = new Properties();
    settings.put("jclouds.provider", "filesystem-nio2");
    settings.put("jclouds.filesystem.basedir", folder.toString());
    settings.put("jclouds.identity", "unused");
    settings.put("jclouds.credential", "unused");
    return BlobStores.create("filesystem-nio2", settings);
  }

  private record Key(String secret, Set<String> buckets, Set<String> looks) {}

  private static Map<String, Key> keys(Secrets secrets) {
    var keys = new HashMap<String, Key>();
    GRANTS.forEach(
        (service, buckets) -> {
          var pair = secrets.s3(service);
          keys.put(
              pair.accessKey(),
              new Key(pair.secretKey(), buckets, LOOKS.getOrDefault(service, Set.of())));
        });
    return keys;
  }

  private static @Nullable AccessGrant grant(
      Map<String, Key> keys, BlobStore files, @Nullable String key, @Nullable String bucket) {
    var known = key == null ? null : keys.get(key);
    if (known == null) {
      return null;
    }
    if (isNone(bucket) || known.buckets().contains(bucket)) {
      return new AccessGrant(known.secret(), BucketsOnly.of(files, known.buckets()));
    }
    return known.looks().contains(bucket)
        ? new AccessGrant(known.secret(), LookAndDelete.of(files))
        : null;
  }

  private static boolean isNone(@Nullable String bucket) {
    return bucket == null || bucket.isEmpty();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The S3 server did not stop", e);
    }
  }
}
