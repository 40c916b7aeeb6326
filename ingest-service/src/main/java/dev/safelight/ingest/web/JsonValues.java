package dev.safelight.ingest.web;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON document value by value, holding no more of it than a form field may have. */
final class JsonValues {

  /** More than there are names for, with some patience for what we do not know. */
  private static final int MAX_MEMBERS = 100;

  private final JsonFactory json;
  private final JsonParser parser;
  private final int maxFieldSize;
  private int members;

  /** Begins with the first value. */
  JsonValues(JsonFactory json, InputStream document, int maxFieldSize) {
    this.json = json;
    this.parser = json.createParser(ObjectReadContext.empty(), document);
    this.maxFieldSize = maxFieldSize;
    parser.nextToken();
  }

  /** Whether this value begins with, or is, such a token. */
  boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  /** Goes to the value of the next member of this object, if there is one. */
  boolean nextMember() {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return false;
    }
    if (++members > MAX_MEMBERS) {
      throw UploadProblems.malformedBody("It has too many members.");
    }
    parser.nextToken();
    return true;
  }

  /** The name of the member whose value this is. */
  String name() {
    return parser.currentName();
  }

  /** Whether nothing follows. */
  boolean ended() {
    return parser.nextToken() == null;
  }

  /** This value as a text: a string as it is, and all else as JSON. */
  String text() {
    if (parser.currentToken().isStructStart()) {
      return copy();
    }
    try {
      return parser.getString();
    } catch (StreamConstraintsException tooLong) {
      throw UploadProblems.fieldTooLarge(maxFieldSize);
    }
  }

  /** Decodes this string from base64 as it comes in (RFC 4648 section 4, with padding). */
  void decode(OutputStream out) {
    parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, out);
  }

  /** Leaves this value; a scalar is read over as it is, and never held. */
  void skip() {
    if (parser.currentToken() != null && parser.currentToken().isStructStart()) {
      copy();
    }
  }

  private String copy() {
    var text = new LimitedText();
    try (var generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructureExact(parser);
    }
    return text.toString();
  }

  /** Text up to the limit of a field. */
  private final class LimitedText extends Writer {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] chars, int from, int length) {
      if (text.length() + length > maxFieldSize) {
        throw UploadProblems.fieldTooLarge(maxFieldSize);
      }
      text.append(chars, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
