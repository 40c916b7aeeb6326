package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Received;
import java.util.List;
import java.util.Map;

/**
 * A form that has come in whole.
 *
 * @param files its files, in order
 * @param fields its fields by name, with all values of each; file parts of another name than ours
 *     are here with an empty value, so that they are named among the unknown
 */
record ReceivedForm(List<Received> files, Map<String, List<String>> fields) {}
