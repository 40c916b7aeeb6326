package dev.safelight.ingest.web;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.springframework.http.HttpHeaders;

/**
 * The digests that a sender declared of some bytes, checked as these come in: {@code
 * Content-Digest} and {@code Repr-Digest} (RFC 9530), which are the same here as we take no content
 * codings, and {@code Content-MD5} of old. Algorithms we do not know are ignored, as the RFC says.
 */
final class DeclaredDigests {

  /** No digests. */
  static final DeclaredDigests NONE = new DeclaredDigests(List.of());

  private static final List<String> DICTIONARIES = List.of("Content-Digest", "Repr-Digest");
  private static final String MD5_HEADER = "Content-MD5";

  /** Those of RFC 9530 that are fit for use, by the names that the JDK gives them. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

  private record Declared(String header, MessageDigest computed, ByteBuffer expected) {}

  private final List<Declared> all;

  private DeclaredDigests(List<Declared> all) {
    this.all = all;
  }

  /**
   * Those that headers declare.
   *
   * @throws org.springframework.web.ErrorResponseException 400 if one of them can't be read
   */
  static DeclaredDigests of(HttpHeaders headers) {
    var all = new ArrayList<Declared>();
    for (var header : DICTIONARIES) {
      if (headers.containsHeader(header)) {
        all.addAll(dictionary(header, headers.getOrEmpty(header)));
      }
    }
    if (headers.containsHeader(MD5_HEADER)) {
      all.add(md5(headers.getOrEmpty(MD5_HEADER)));
    }
    return all.isEmpty() ? NONE : new DeclaredDigests(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Takes the next bytes, whose position stays. */
  void update(ByteBuffer bytes) {
    all.forEach(digest -> digest.computed().update(bytes.duplicate()));
  }

  /** The header that differs from all the bytes there were, if one does. To be asked once. */
  Optional<String> mismatch() {
    return all.stream()
        .filter(digest -> !ByteBuffer.wrap(digest.computed().digest()).equals(digest.expected()))
        .map(Declared::header)
        .findFirst();
  }

  private static List<Declared> dictionary(String header, List<String> lines) {
    var declared = new ArrayList<Declared>();
    var members = parsed(header, lines);
    ALGORITHMS.forEach(
        (name, algorithm) -> {
          var value = members.get(name);
          if (value instanceof ByteSequenceItem sequence) {
            declared.add(declared(header, algorithm, sequence.get()));
          } else if (value != null) {
            throw UploadProblems.malformedDigest(header);
          }
        });
    return declared;
  }

  private static Map<String, ListElement<?>> parsed(String header, List<String> lines) {
    try {
      return new Parser(lines).parseDictionary().get();
    } catch (ParseException e) {
      throw UploadProblems.malformedDigest(header);
    }
  }

  private static Declared md5(List<String> lines) {
    try {
      var expected = Base64.getDecoder().decode(String.join(",", lines).strip());
      return declared(MD5_HEADER, "MD5", ByteBuffer.wrap(expected));
    } catch (IllegalArgumentException e) {
      throw UploadProblems.malformedDigest(MD5_HEADER);
    }
  }

  private static Declared declared(String header, String algorithm, ByteBuffer expected) {
    var computed = digest(algorithm);
    if (expected.remaining() != computed.getDigestLength()) {
      throw UploadProblems.malformedDigest(header);
    }
    return new Declared(header, computed, expected);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
