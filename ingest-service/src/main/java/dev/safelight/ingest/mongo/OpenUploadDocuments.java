package dev.safelight.ingest.mongo;

import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Uploads that have begun as documents. */
final class OpenUploadDocuments {

  static final String OWNER = "owner";
  static final String OFFSET = "offset";
  static final String PARTS = "parts";
  static final String EXPIRES_AT = "expiresAt";
  static final String COMPLETION = "completion";

  private static final String ADMIN = "admin";
  private static final String NAME = "name";
  private static final String TYPE = "type";
  private static final String SIZE = "size";
  private static final String SHA256 = "sha256";
  private static final String FIELDS = "fields";
  private static final String ON_DUPLICATE = "onDuplicate";
  private static final String KEY = "key";
  private static final String IMAGE_ID = "imageId";
  private static final String ANSWER = "answer";

  private OpenUploadDocuments() {}

  static Document of(OpenUpload upload) {
    var announced = upload.announced();
    return new Document("_id", upload.id().toString())
        .append(OWNER, upload.uploader().subject())
        .append(ADMIN, upload.uploader().admin())
        .append(NAME, announced.claim().name())
        .append(TYPE, announced.claim().type())
        .append(SIZE, announced.size())
        .append(SHA256, announced.sha256())
        .append(FIELDS, new Document(announced.fields()))
        .append(ON_DUPLICATE, announced.onDuplicate().name())
        .append(OFFSET, upload.offset())
        .append(PARTS, upload.parts().stream().map(OpenUploadDocuments::of).toList())
        .append(EXPIRES_AT, Date.from(upload.expiresAt()));
  }

  static Document of(Part part) {
    return new Document(KEY, part.key()).append(SIZE, part.size());
  }

  static Document of(Completion completion) {
    return new Document(IMAGE_ID, completion.imageId().toString())
        .append(ANSWER, completion.answer());
  }

  static OpenUpload read(Document document) {
    return new OpenUpload(
        UUID.fromString(document.getString("_id")),
        new Uploader(document.getString(OWNER), document.getBoolean(ADMIN)),
        announced(document),
        document.getLong(OFFSET),
        document.getList(PARTS, Document.class).stream().map(OpenUploadDocuments::part).toList(),
        document.getDate(EXPIRES_AT).toInstant(),
        completion(document.get(COMPLETION, Document.class)));
  }

  private static AnnouncedFile announced(Document document) {
    return new AnnouncedFile(
        new FileClaim(document.getString(NAME), document.getString(TYPE)),
        document.getLong(SIZE),
        document.getString(SHA256),
        fields(document.get(FIELDS, Document.class)),
        OnDuplicate.valueOf(document.getString(ON_DUPLICATE)));
  }

  private static Map<String, List<String>> fields(Document document) {
    var fields = new HashMap<String, List<String>>();
    document.keySet().forEach(name -> fields.put(name, document.getList(name, String.class)));
    return fields;
  }

  private static Part part(Document document) {
    return new Part(document.getString(KEY), document.getLong(SIZE));
  }

  private static @Nullable Completion completion(@Nullable Document document) {
    return document == null
        ? null
        : new Completion(UUID.fromString(document.getString(IMAGE_ID)), document.getString(ANSWER));
  }
}
