package dev.safelight.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where uploads are kept while their request lasts.
 *
 * @param folder folder on a local disk with room for every request that comes in at a time; by
 *     default one in the machine's folder for temporary files. Several instances may share it
 */
@Validated
@ConfigurationProperties("safelight.ingest.spool")
record SpoolProperties(@Nullable Path folder) {

  Path folderOrDefault() {
    return folder == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "safelight-ingest")
        : folder;
  }
}
