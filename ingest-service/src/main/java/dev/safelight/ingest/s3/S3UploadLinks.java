package dev.safelight.ingest.s3;

import dev.safelight.ingest.upload.resumable.UploadLinks;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.PresignedUrls;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Presigned addresses of the quarantine bucket. */
@Component
class S3UploadLinks implements UploadLinks {

  private final PresignedUrls urls;
  private final String bucket;

  S3UploadLinks(PresignedUrls urls, Buckets buckets) {
    this.urls = urls;
    this.bucket = buckets.quarantine();
  }

  @Override
  public UploadLink to(String key, String contentType, long size, Duration validity) {
    var put = urls.put(bucket, key, contentType, size, validity);
    return new UploadLink(put.url(), put.headers(), put.expiresAt());
  }
}
