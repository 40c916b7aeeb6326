package dev.safelight.processor.kafka;

import dev.safelight.testservers.FreePort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server with both buckets, which can go away and come back at the same address. */
final class S3Server {

  private final Path folder;
  private S3Proxy server;

  S3Server(Path folder) throws Exception {
    this.folder = folder;
    this.server = started(FreePort.find());
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  void startAgain(int port) throws Exception {
    server = started(port);
  }

  int port() {
    return server.getPort();
  }

  private S3Proxy started(int port) throws Exception {
    var settings = new Properties();
    settings.setProperty("jclouds.provider", "filesystem-nio2");
    settings.setProperty("jclouds.filesystem.basedir", folder.toString());
    settings.setProperty("jclouds.identity", "x");
    settings.setProperty("jclouds.credential", "x");
    var blobs = BlobStores.create("filesystem-nio2", settings);
    if (Files.notExists(folder.resolve("quarantine"))) {
      blobs.createContainer("quarantine");
      blobs.createContainer("images");
    }
    var proxy =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
            .ignoreUnknownHeaders(true)
            .build();
    proxy.start();
    return proxy;
  }
}
