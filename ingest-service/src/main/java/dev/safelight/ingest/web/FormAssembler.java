package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.IncomingFile;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a form together from its pieces, and owns the files on the disk until it is closed.
 *
 * <p>Synchronized because a client that goes away closes it from another thread than the one that
 * writes.
 */
class FormAssembler implements AutoCloseable {

  private static final Set<String> FILE_PARTS = Set.of("file", "files", "files[]");

  private final Spool spool;
  private final int maxFiles;
  private final List<IncomingFile> opened = new ArrayList<>();
  private final List<Received> received = new ArrayList<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private @Nullable IncomingFile current;
  private boolean insideFile;
  private boolean closed;

  FormAssembler(Spool spool, int maxFiles) {
    this.spool = spool;
    this.maxFiles = maxFiles;
  }

  /** Takes the next piece; blocks while it is written. */
  synchronized void add(PartChunk chunk) {
    if (closed) {
      return;
    }
    switch (chunk) {
      case PartChunk.Field(var name, var value) -> addField(name, value);
      case PartChunk.FileBytes bytes -> addBytes(bytes);
    }
  }

  synchronized ReceivedForm finish() {
    return new ReceivedForm(List.copyOf(received), Map.copyOf(fields));
  }

  /** Deletes the files. */
  @Override
  public synchronized void close() {
    closed = true;
    opened.forEach(IncomingFile::close);
    opened.clear();
  }

  private void addField(String name, String value) {
    fields.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
  }

  private void addBytes(PartChunk.FileBytes bytes) {
    if (!insideFile) {
      begin(bytes);
    }
    insideFile = !bytes.last();
    if (current != null) {
      current.write(bytes.content());
      if (bytes.last()) {
        end(current, bytes);
      }
    }
  }

  private void begin(PartChunk.FileBytes bytes) {
    if (!FILE_PARTS.contains(bytes.name())) {
      addField(bytes.name(), "");
      return;
    }
    if (opened.size() == maxFiles) {
      throw UploadProblems.tooManyFiles(maxFiles);
    }
    current = spool.begin(bytes.claim());
    opened.add(current);
  }

  private void end(IncomingFile file, PartChunk.FileBytes last) {
    current = null;
    var result = file.finish();
    if (!isUnchosen(result, last.filename())) {
      received.add(result);
    }
  }

  /** What a browser sends for a file input that was left alone. */
  private static boolean isUnchosen(Received result, String filename) {
    return filename.isEmpty() && result instanceof Received.Spooled(var file) && file.size() == 0;
  }
}
