package dev.safelight.scanner.kafka;

import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server on a free local port, with both buckets. */
final class Quarantine {

  private final S3Proxy server;

  Quarantine(Path folder) throws Exception {
    var settings = new Properties();
    settings.setProperty("jclouds.provider", "filesystem-nio2");
    settings.setProperty("jclouds.filesystem.basedir", folder.toString());
    settings.setProperty("jclouds.identity", "x");
    settings.setProperty("jclouds.credential", "x");
    var blobs = BlobStores.create("filesystem-nio2", settings);
    blobs.createContainer("quarantine");
    blobs.createContainer("images");
    server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  void stop() throws Exception {
    server.stop();
  }
}
