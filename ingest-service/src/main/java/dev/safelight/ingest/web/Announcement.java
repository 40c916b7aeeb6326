package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.Refusal;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.recipe.VariantSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A file that is to come, as a form's texts tell of it; all that is wrong is told at once. */
final class Announcement {

  private static final int MAX_TYPE_CHARS = 100;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

  private final FieldTexts texts;
  private final Map<String, List<String>> fields;
  private final List<FieldError> malformed;

  /**
   * Begins to read.
   *
   * @param form all texts
   * @param own names of those that are not fields of the image
   * @param malformed what is known to be wrong
   */
  Announcement(Map<String, List<String>> form, Set<String> own, List<FieldError> malformed) {
    this.texts = new FieldTexts(form);
    this.fields = new HashMap<>(form);
    this.fields.keySet().removeAll(own);
    this.malformed = malformed;
  }

  @Nullable String text(String name) {
    return texts.text(name);
  }

  /** A number of bytes, which has to be there. */
  long size(String name) {
    var text = texts.text(name);
    if (text == null || !SIZE.matcher(text).matches()) {
      texts.malformed(name, "Give the number of bytes.");
      return 1;
    }
    return Long.parseLong(text);
  }

  /** A media type that can be sent in a header, which has to be there. */
  @Nullable String type(String name) {
    var text = texts.text(name);
    if (text == null || !isMediaType(text)) {
      texts.malformed(name, "Give the media type of the file, such as image/jpeg.");
      return null;
    }
    return text;
  }

  /** A SHA-256 in hexadecimal, if it is there. */
  @Nullable String sha256(String name) {
    var text = texts.text(name);
    if (text != null && !SHA256.matcher(text).matches()) {
      texts.malformed(name, "Use 64 hexadecimal digits.");
    }
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /**
   * The file, if all is well.
   *
   * @throws org.springframework.web.ErrorResponseException with all that is wrong
   */
  AnnouncedFile file(
      FileClaim claim,
      long size,
      @Nullable String sha256,
      OnDuplicate onDuplicate,
      VariantSets sets,
      long maxSize) {
    var errors = new ArrayList<>(malformed);
    errors.addAll(texts.errors());
    FormFields.read(new ReceivedForm(List.of(), fields, errors), sets);
    if (size > maxSize) {
      throw UploadProblems.of(new Refusal.TooLarge(maxSize, size));
    }
    if (size == 0) {
      throw UploadProblems.of(new Refusal.Empty());
    }
    return new AnnouncedFile(claim, size, sha256, fields, onDuplicate);
  }

  private static boolean isMediaType(String text) {
    try {
      return text.length() <= MAX_TYPE_CHARS && MediaType.parseMediaType(text).isConcrete();
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
