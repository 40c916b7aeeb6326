package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.ingest.upload.Received;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A digest of what is asked for, by which a request is told from another under the same key. It
 * takes what a request says, not how: neither the boundary of a form nor the order of its fields.
 */
final class Fingerprint {

  private final MessageDigest digest;

  /** Starts with what is done, as the same said elsewhere is something else. */
  Fingerprint(String operation) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    add(operation);
  }

  /** Adds a text; where one ends and the next begins counts, too. */
  Fingerprint add(@Nullable String text) {
    var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    digest.update(
        ByteBuffer.allocate(Integer.BYTES).putInt(text == null ? -1 : bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  /** Adds fields and files. */
  Fingerprint add(ReceivedForm form) {
    new TreeMap<>(form.fields())
        .forEach(
            (name, values) -> {
              add(name).add(Integer.toString(values.size()));
              values.forEach(this::add);
            });
    add(Integer.toString(form.files().size()));
    form.files().forEach(file -> add(file.claim().name()).add(content(file)));
    return this;
  }

  /** What it comes to, in hexadecimal; to be asked once. */
  String done() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String content(Received file) {
    return switch (file) {
      case Received.Spooled(var spooled) -> spooled.checksums().sha256();
      case Received.Refused(var claim, var refusal) -> refusal.toString();
    };
  }
}
