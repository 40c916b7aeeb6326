package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.FieldRules;
import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.ingest.upload.Visibility;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.json.RequestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
          "sharedWith[]",
          "variants",
          "pipeline",
          "watermark",
          "variantSet");

  private final FieldTexts texts;
  private final VariantSets sets;
  private final List<FieldError> unacceptable = new ArrayList<>();

  private FormFields(FieldTexts texts, VariantSets sets) {
    this.texts = texts;
    this.sets = sets;
  }

  /** Reads the fields of an upload, as below; what was malformed when it came in counts, too. */
  static ImageFields read(ReceivedForm form, VariantSets sets) {
    var texts = new FieldTexts(form.fields());
    form.malformed().forEach(error -> texts.malformed(error.field(), error.message()));
    return new FormFields(texts, sets).read();
  }

  /**
   * Reads the fields.
   *
   * @param sets what may be asked for
   * @throws org.springframework.web.ErrorResponseException with all that is wrong: 400 if any of it
   *     is malformed or unknown, else 422
   */
  static ImageFields read(Map<String, List<String>> form, VariantSets sets) {
    return new FormFields(new FieldTexts(form), sets).read();
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
        texts.list("sharedWith"),
        request());
  }

  private ProcessingRequest request() {
    var reader = new RequestReader();
    var request =
        new ProcessingRequest(
            texts.text("variantSet"),
            reader.variants(texts.text("variants")),
            reader.pipeline(texts.text("pipeline")),
            texts.bool("watermark"));
    reader.malformed().forEach(error -> texts.malformed(error.path(), error.message()));
    Stream.concat(reader.unacceptable().stream(), sets.objections(request).stream())
        .map(error -> new FieldError(error.path(), error.message()))
        .forEach(unacceptable::add);
    return request;
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
