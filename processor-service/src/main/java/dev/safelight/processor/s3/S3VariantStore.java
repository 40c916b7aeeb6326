package dev.safelight.processor.s3;

import dev.safelight.processor.process.ProcessedImage;
import dev.safelight.processor.process.VariantStore;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class S3VariantStore implements VariantStore {

  /** Its own, so that no setting for HTTP changes what was written years ago. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String MANIFEST = "/manifest-";

  private final ObjectStore objects;
  private final String bucket;

  S3VariantStore(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.images();
  }

  /** An entity tag is an MD5 unless the store encrypts by keys of somebody's own. */
  @Override
  public Map<String, String> digests(UUID imageId) {
    return objects.entityTags(bucket, imageId + "/");
  }

  @Override
  public void put(String objectKey, byte[] content, String mimeType) {
    objects.put(bucket, objectKey, content, mimeType);
  }

  @Override
  public Optional<ProcessedImage> manifest(UUID imageId, String recipe) {
    try {
      var json = objects.read(bucket, key(imageId, recipe));
      return Optional.of(JSON.readValue(json, ProcessedImage.class));
    } catch (ObjectMissingException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isDeveloped(UUID imageId) {
    return !objects.entityTags(bucket, imageId + MANIFEST).isEmpty();
  }

  @Override
  public void remember(UUID imageId, ProcessedImage manifest) {
    var json = JSON.writeValueAsBytes(manifest);
    objects.put(bucket, key(imageId, manifest.recipe()), json, "application/json");
  }

  private static String key(UUID imageId, String recipe) {
    return imageId + MANIFEST + recipe + ".json";
  }
}
