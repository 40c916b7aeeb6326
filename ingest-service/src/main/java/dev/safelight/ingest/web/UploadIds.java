package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.resumable.Objection;
import dev.safelight.ingest.upload.resumable.ObjectionException;
import java.util.UUID;

/** Ids of uploads in paths. */
final class UploadIds {

  private UploadIds() {}

  /** The id; what is none is the id of nothing. */
  static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ObjectionException(new Objection.Unknown());
    }
  }
}
