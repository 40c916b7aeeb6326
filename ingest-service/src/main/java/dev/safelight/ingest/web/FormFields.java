package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.FieldRules;
import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.ingest.upload.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Makes the fields of an image of a form's texts. */
final class FormFields {

  private static final Set<String> KNOWN =
      Set.of(
          "itemId",
          "productId",
          "isPrimary",
          "is_primary",
          "altText",
          "alt_text",
          "caption",
          "description",
          "order",
          "tags",
          "tags[]",
          "metadata",
          "visibility",
          "isPublic",
          "sharedWith",
          "sharedWith[]");

  private final FieldTexts texts;
  private final List<FieldError> unacceptable = new ArrayList<>();

  private FormFields(FieldTexts texts) {
    this.texts = texts;
  }

  /**
   * Reads the fields.
   *
   * @throws org.springframework.web.ErrorResponseException with all that is wrong: 400 if any of it
   *     is malformed or unknown, else 422
   */
  static ImageFields read(Map<String, List<String>> form) {
    return new FormFields(new FieldTexts(form)).read();
  }

  private ImageFields read() {
    texts.allowOnly(KNOWN);
    var fields = fields();
    unacceptable.addAll(FieldRules.violations(fields));
    var errors = new ArrayList<>(texts.errors());
    errors.addAll(unacceptable);
    if (!errors.isEmpty()) {
      throw UploadProblems.fields(
          texts.errors().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST,
          errors);
    }
    return fields;
  }

  private ImageFields fields() {
    var none = ImageFields.NONE;
    return new ImageFields(
        texts.text("itemId", "productId"),
        Boolean.TRUE.equals(texts.bool("isPrimary", "is_primary")),
        texts.number("order", none.order()),
        texts.text("altText", "alt_text"),
        texts.text("caption", "description"),
        texts.list("tags"),
        texts.json("metadata", none.metadata()),
        visibility(),
        texts.list("sharedWith"));
  }

  private Visibility visibility() {
    if (texts.has("visibility") && texts.has("isPublic")) {
      texts.malformed("visibility", "Give either visibility or isPublic.");
    }
    var name = texts.text("visibility");
    if (name != null && Visibility.of(name).isEmpty()) {
      unacceptable.add(new FieldError("visibility", "Use private or public."));
    }
    return Boolean.TRUE.equals(texts.bool("isPublic"))
        ? Visibility.PUBLIC
        : Visibility.of(name == null ? "" : name).orElse(Visibility.PRIVATE);
  }
}
