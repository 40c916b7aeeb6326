package dev.safelight.ingest.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import dev.safelight.ingest.upload.resumable.OpenUploads;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A collection for each kind of upload that is more than one request. */
@Configuration(proxyBeanMethods = false)
class OpenUploadConfiguration {

  private static final String DIRECT = "direct_uploads";
  private static final String TUS = "tus_uploads";

  @Bean
  OpenUploads openDirectUploads(MongoDatabase database) {
    return new MongoOpenUploads(database.getCollection(DIRECT));
  }

  @Bean
  OpenUploads openTusUploads(MongoDatabase database) {
    return new MongoOpenUploads(database.getCollection(TUS));
  }

  @Bean
  CollectionIndexes directUploadIndexes(MongoDatabase database) {
    return indexes(database, DIRECT);
  }

  @Bean
  CollectionIndexes tusUploadIndexes(MongoDatabase database) {
    return indexes(database, TUS);
  }

  private static CollectionIndexes indexes(MongoDatabase database, String collection) {
    return new CollectionIndexes(
        database.getCollection(collection),
        List.of(
            new IndexModel(
                Indexes.ascending(OpenUploadDocuments.OWNER, OpenUploadDocuments.EXPIRES_AT)),
            new IndexModel(Indexes.ascending(OpenUploadDocuments.EXPIRES_AT))));
  }
}
