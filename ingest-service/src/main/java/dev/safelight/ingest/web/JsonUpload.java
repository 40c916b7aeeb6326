package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads one JSON document into an upload: {@code {"image": {"filename", "content", "contentType"},
 * "metadata": {…}}}, in any order. What makes no sense is noted and read over as long as the
 * grammar holds.
 */
final class JsonUpload {

  private static final String UNKNOWN = "There is no such member.";
  private static final String NO_BASE64 =
      "Use standard base64 with padding (RFC 4648 section 4), without a data: prefix.";

  private final JsonValues values;
  private final FormAssembler upload;
  private boolean hasContent;
  private @Nullable String filename;
  private @Nullable String contentType;

  JsonUpload(JsonValues values, FormAssembler upload) {
    this.values = values;
    this.upload = upload;
  }

  /**
   * Reads it; blocks.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON
   * @throws ErrorResponseException if there is no way to read on
   */
  void read() {
    object("body", this::member);
    if (!values.ended()) {
      throw UploadProblems.malformedBody("Something follows the JSON object.");
    }
    if (hasContent) {
      upload.endFile(new FileClaim(filename, contentType));
    } else {
      upload.addError("image.content", "Give the image, in base64.");
    }
  }

  private void object(String path, Consumer<String> member) {
    if (!values.is(JsonToken.START_OBJECT)) {
      refuse(path, "Use a JSON object.");
      return;
    }
    while (values.nextMember()) {
      member.accept(values.name());
    }
  }

  private void member(String name) {
    switch (name) {
      case "image" -> object(name, this::imageMember);
      case "metadata" -> object(name, this::field);
      default -> refuse(FieldTexts.shown(name), UNKNOWN);
    }
  }

  private void imageMember(String name) {
    var path = "image." + FieldTexts.shown(name);
    switch (name) {
      case "filename" -> filename = string(path);
      case "contentType" -> contentType = string(path);
      case "content" -> content(path);
      default -> refuse(path, UNKNOWN);
    }
  }

  /** Fields have the names they have in other forms, without the path. */
  private void field(String name) {
    var type = JsonFieldType.of(name);
    if (type.isEmpty()) {
      refuse(FieldTexts.shown(name), "There is no such field.");
    } else if (type.get().takes(values)) {
      upload.addField(name, values.text());
    } else if (!values.is(JsonToken.VALUE_NULL)) {
      refuse(name, type.get().demand());
    }
  }

  private void content(String path) {
    if (!values.is(JsonToken.VALUE_STRING)) {
      refuse(path, "Use a string of base64.");
      return;
    }
    hasContent = true;
    upload.beginFile(DeclaredDigests.NONE);
    try {
      values.decode(new Decoded());
    } catch (UnexpectedEndOfInputException cutOff) {
      throw cutOff;
    } catch (StreamReadException noBase64) {
      throw UploadProblems.fields(HttpStatus.BAD_REQUEST, List.of(new FieldError(path, NO_BASE64)));
    }
  }

  private @Nullable String string(String path) {
    if (values.is(JsonToken.VALUE_STRING)) {
      return values.text();
    }
    if (!values.is(JsonToken.VALUE_NULL)) {
      refuse(path, "Use a string.");
    }
    return null;
  }

  private void refuse(String path, String message) {
    upload.addError(path, message);
    values.skip();
  }

  /** Bytes of the image on their way to the disk. */
  private final class Decoded extends OutputStream {

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      upload.write(ByteBuffer.wrap(bytes, from, length));
    }
  }
}
