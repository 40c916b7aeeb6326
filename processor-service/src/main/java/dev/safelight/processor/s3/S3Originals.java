package dev.safelight.processor.s3;

import dev.safelight.processor.process.OriginalMissingException;
import dev.safelight.processor.process.Originals;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import java.io.InputStream;
import org.springframework.stereotype.Component;

@Component
class S3Originals implements Originals {

  private final ObjectStore objects;
  private final Buckets buckets;

  S3Originals(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.buckets = buckets;
  }

  @Override
  public InputStream open(String objectKey) {
    try {
      return objects.open(buckets.quarantine(), objectKey);
    } catch (ObjectMissingException e) {
      throw new OriginalMissingException(objectKey);
    }
  }
}
