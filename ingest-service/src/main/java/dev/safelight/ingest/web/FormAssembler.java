package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.IncomingFile;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Refusal;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts an upload together from its pieces, and owns the files on the disk until it is closed. What
 * comes after that is thrown away.
 *
 * <p>Synchronized because a client that goes away closes it from another thread than the one that
 * writes.
 */
class FormAssembler implements AutoCloseable {

  private static final FileClaim UNNAMED = new FileClaim(null, null);

  private record QueryField(String name, String value) {}

  private final Spool spool;
  private final int maxFiles;
  private final List<IncomingFile> opened = new ArrayList<>();
  private final List<Received> received = new ArrayList<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final List<FieldError> malformed = new ArrayList<>();
  private final List<QueryField> query = new ArrayList<>();
  private DeclaredDigests digests = DeclaredDigests.NONE;
  private @Nullable IncomingFile current;
  private boolean closed;

  FormAssembler(Spool spool, int maxFiles) {
    this.spool = spool;
    this.maxFiles = maxFiles;
  }

  /** Takes a value of a field. */
  synchronized void addField(String name, String value) {
    fields.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
  }

  /** Takes a value of a parameter of the query; its field may not be in the body as well. */
  synchronized void addQueryField(String name, @Nullable String value) {
    var plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    if (isSaid(plain) || isSaid(plain + "[]")) {
      addError(plain, "Give it once: in the query or in the body.");
    }
    query.add(new QueryField(name, Objects.requireNonNullElse(value, "")));
  }

  /** Notes what can't be made sense of. */
  synchronized void addError(String field, String message) {
    malformed.add(new FieldError(field, message));
  }

  /** Begins the next file. */
  synchronized void beginFile(DeclaredDigests declared) {
    if (closed) {
      return;
    }
    if (opened.size() == maxFiles) {
      throw UploadProblems.tooManyFiles(maxFiles);
    }
    current = spool.begin(UNNAMED);
    digests = declared;
    opened.add(current);
  }

  /** Takes the next bytes of the file; blocks while they are written. */
  synchronized void write(ByteBuffer bytes) {
    if (current != null && !closed) {
      digests.update(bytes);
      current.write(bytes);
    }
  }

  /** Ends the file, whose sender calls it so. */
  synchronized void endFile(FileClaim claim) {
    if (current != null && !closed) {
      var file = current;
      current = null;
      var result = file.finish().claimedAs(claim);
      var wrong = digests.mismatch();
      received.add(
          wrong.isEmpty() ? result : new Received.Refused(claim, new Refusal.Altered(wrong.get())));
    }
  }

  /** Ends the file as one that was not meant to be sent if it is empty. */
  synchronized void endUnchosenFile() {
    endFile(UNNAMED);
    if (isEmpty(received.getLast())) {
      received.removeLast();
    }
  }

  synchronized ReceivedForm finish() {
    query.forEach(field -> addField(field.name(), field.value()));
    query.clear();
    return new ReceivedForm(List.copyOf(received), Map.copyOf(fields), List.copyOf(malformed));
  }

  /** Deletes the files. */
  @Override
  public synchronized void close() {
    closed = true;
    opened.forEach(IncomingFile::close);
    opened.clear();
  }

  private boolean isSaid(String name) {
    return Stream.ofNullable(fields.get(name)).flatMap(List::stream).anyMatch(v -> !v.isBlank());
  }

  private static boolean isEmpty(Received result) {
    return result instanceof Received.Spooled(var file) && file.size() == 0;
  }
}
