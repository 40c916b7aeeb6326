package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.recipe.VariantSets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code {"filename", "contentType", "size", "sha256", …fields}}. The fields are those of
 * every form of upload, and are texts or JSON as they are.
 */
@Component
class PresignedRequests {

  /** All fields at their longest are far less. */
  private static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_DEPTH = 34;
  private static final Set<String> OWN = Set.of("filename", "contentType", "size", "sha256");

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final VariantSets sets;
  private final Spool spool;
  private final BodyReader bodies;

  PresignedRequests(VariantSets sets, Spool spool, RequestProperties limits) {
    this.sets = sets;
    this.spool = spool;
    this.bodies = new BodyReader(limits);
  }

  /** The file that the request announces, or the problem with it. */
  Mono<AnnouncedFile> read(ServerHttpRequest request) {
    var onDuplicate = DuplicatePreference.of(request);
    return bodies
        .read(request, PresignedRequests::joined)
        .map(PresignedRequests::bytes)
        .defaultIfEmpty(new byte[0])
        .map(body -> announced(texts(body), onDuplicate));
  }

  private static Mono<DataBuffer> joined(ServerHttpRequest request) {
    return DataBufferUtils.join(request.getBody(), MAX_BYTES)
        .onErrorMap(
            DataBufferLimitException.class,
            tooLong -> ResumableProblems.descriptionTooLarge(MAX_BYTES));
  }

  private AnnouncedFile announced(Map<String, List<String>> texts, OnDuplicate onDuplicate) {
    var announcement = new Announcement(texts, OWN, List.<FieldError>of());
    var claim = new FileClaim(announcement.text("filename"), announcement.type("contentType"));
    var size = announcement.size("size");
    var sha256 = announcement.sha256("sha256");
    return announcement.file(claim, size, sha256, onDuplicate, sets, spool.maxFileSize());
  }

  private Map<String, List<String>> texts(byte[] body) {
    var texts = new HashMap<String, List<String>>();
    document(body)
        .forEachEntry(
            (name, value) -> {
              if (!value.isNull()) {
                texts.put(name, List.of(value.isValueNode() ? value.asString() : value.toString()));
              }
            });
    return texts;
  }

  private JsonNode document(byte[] body) {
    try {
      var document = json.readTree(body);
      if (document != null && document.isObject()) {
        return document;
      }
    } catch (JacksonException e) {
      throw UploadProblems.malformed("The body is no valid JSON, or has a member twice.");
    }
    throw UploadProblems.malformed("Send a JSON object as the body.");
  }

  private static byte[] bytes(DataBuffer body) {
    try {
      var bytes = new byte[body.readableByteCount()];
      body.read(bytes);
      return bytes;
    } finally {
      DataBufferUtils.release(body);
    }
  }
}
