package dev.safelight.storage;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Addresses that let people without a key write or read one object for a time. */
public class PresignedUrls {

  /** What every HTTP client sends of itself. */
  private static final Set<String> OF_THEMSELVES = Set.of("host", "content-length");

  private final S3Presigner presigner;

  PresignedUrls(S3Presigner presigner) {
    this.presigner = presigner;
  }

  /**
   * Signs the writing of an object. Nothing is asked of the store for it.
   *
   * @param contentType the only media type the store will take
   * @param length the only number of bytes the store will take
   * @param validity how long the address is good for, at most seven days
   */
  public PresignedPut put(
      String bucket, String key, String contentType, long length, Duration validity) {
    var signed =
        presigner.presignPutObject(
            request ->
                request
                    .signatureDuration(validity)
                    .putObjectRequest(
                        put ->
                            put.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .contentLength(length)));
    return new PresignedPut(
        URI.create(signed.url().toString()), headers(signed), signed.expiration());
  }

  /**
   * Signs the reading of an object. Nothing is asked of the store for it.
   *
   * @param contentType what the store is to say that the object is
   * @param disposition the {@code Content-Disposition} it is to answer with
   * @param validity how long the address is good for, at most seven days
   */
  public URI get(
      String bucket, String key, String contentType, String disposition, Duration validity) {
    var signed =
        presigner.presignGetObject(
            request ->
                request
                    .signatureDuration(validity)
                    .getObjectRequest(
                        get ->
                            get.bucket(bucket)
                                .key(key)
                                .responseContentType(contentType)
                                .responseContentDisposition(disposition)));
    return URI.create(signed.url().toString());
  }

  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    var headers = new LinkedHashMap<String, String>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THEMSELVES.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
              }
            });
    return headers;
  }
}
