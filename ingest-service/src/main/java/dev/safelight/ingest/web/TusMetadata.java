package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Upload-Metadata}: names, each with a value in base64, by commas.
 *
 * @param texts the values by their names
 * @param malformed what could not be made sense of
 */
record TusMetadata(Map<String, List<String>> texts, List<FieldError> malformed) {

  static final String FILENAME = "filename";
  static final String FILETYPE = "filetype";

  static TusMetadata parse(@Nullable String header) {
    var metadata = new TusMetadata(new HashMap<>(), new ArrayList<>());
    if (header != null && !header.isBlank()) {
      for (var pair : header.split(",", -1)) {
        metadata.add(pair.strip());
      }
    }
    return metadata;
  }

  private void add(String pair) {
    var nameAndValue = pair.split(" ", 2);
    var name = nameAndValue[0];
    if (name.isEmpty()) {
      malformed.add(new FieldError(Tus.UPLOAD_METADATA, "Separate names and values by commas."));
    } else if (texts.containsKey(name)) {
      malformed.add(new FieldError(name, "Give it once."));
    } else {
      texts.put(name, List.of(value(name, nameAndValue.length == 1 ? "" : nameAndValue[1])));
    }
  }

  private String value(String name, String base64) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip()));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      malformed.add(new FieldError(name, "Use base64 of a text in UTF-8."));
      return "";
    }
  }

  /** The header for what was announced. */
  static String of(AnnouncedFile announced) {
    var texts = new HashMap<String, String>();
    announced.fields().forEach((name, values) -> texts.put(name, values.getFirst()));
    put(texts, FILENAME, announced.claim().name());
    put(texts, FILETYPE, announced.claim().type());
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + ' ' + base64(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static void put(Map<String, String> texts, String name, @Nullable String value) {
    if (value != null) {
      texts.put(name, value);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
