package dev.safelight.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * A real S3 server on the local disk, one for all tests of a JVM, with the buckets {@code
 * quarantine} and {@code images}.
 */
public final class S3Server {

  private static final S3Proxy SERVER = started();

  private S3Server() {}

  /** Its address; the access key is {@code key}, the secret key {@code secret}. */
  public static String endpoint() {
    return "http://127.0.0.1:" + SERVER.getPort();
  }

  private static S3Proxy started() {
    try {
      var settings = new Properties();
      settings.setProperty("jclouds.provider", "filesystem-nio2");
      settings.setProperty(
          "jclouds.filesystem.basedir", Files.createTempDirectory("s3-test").toString());
      settings.setProperty("jclouds.identity", "x");
      settings.setProperty("jclouds.credential", "x");
      var blobs = BlobStores.create("filesystem-nio2", settings);
      blobs.createContainer("quarantine");
      blobs.createContainer("images");
      var server =
          S3Proxy.builder()
              .blobStore(blobs)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
