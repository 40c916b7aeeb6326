package dev.safelight.scanner.s3;

import dev.safelight.scanner.scan.ImageMissingException;
import dev.safelight.scanner.scan.QuarantineStore;
import dev.safelight.scanner.scan.QuarantineUnavailableException;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

@Component
class S3QuarantineStore implements QuarantineStore {

  private final ObjectStore objects;
  private final Buckets buckets;

  S3QuarantineStore(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.buckets = buckets;
  }

  @Override
  public InputStream open(String objectKey) {
    try {
      return objects.open(buckets.quarantine(), objectKey);
    } catch (ObjectMissingException e) {
      throw new ImageMissingException(objectKey);
    } catch (StorageUnavailableException e) {
      throw new QuarantineUnavailableException(objectKey, e);
    }
  }
}
