package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.Received;
import java.util.List;
import java.util.Map;

/**
 * An upload that has come in whole, whatever the form of its body.
 *
 * @param files its files, in order
 * @param fields its fields by name, with all values of each; file parts of another name than ours
 *     are here with an empty value, so that they are named among the unknown
 * @param malformed what could not be made sense of while it was read
 */
record ReceivedForm(
    List<Received> files, Map<String, List<String>> fields, List<FieldError> malformed) {

  /** One that could be read. */
  ReceivedForm(List<Received> files, Map<String, List<String>> fields) {
    this(files, fields, List.of());
  }
}
