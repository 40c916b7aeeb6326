package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImageFilter;
import dev.safelight.metadata.search.ImageFilter.Progress;
import dev.safelight.metadata.search.ImageFilter.Said;
import dev.safelight.metadata.search.ImageFilter.Sent;
import dev.safelight.metadata.search.ImageFilter.Whose;
import dev.safelight.metadata.search.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads which images to list. */
final class FilterReader {

  private static final Set<String> FILTERS =
      Set.of(
          "owner",
          "itemId",
          "tags",
          "anyTag",
          "q",
          "status",
          "visibility",
          "uploadedAfter",
          "uploadedBefore",
          "mimeType");

  private static final String DELETED = "deleted";
  private static final Map<String, ImageStatus> STATUSES =
      Arrays.stream(ImageStatus.values())
          .collect(Collectors.toMap(ImageStatus::label, Function.identity()));
  private static final List<String> LABELS =
      Stream.concat(Arrays.stream(ImageStatus.values()).map(ImageStatus::label), Stream.of(DELETED))
          .toList();

  private static final int LONGEST_NAME = 255;
  private static final int MOST_TAGS = 10;
  private static final int MOST_WORDS = 10;
  private static final String TAGS_RULE = "must be 1 to %d tags".formatted(MOST_TAGS);
  private static final String WORDS_RULE =
      "must be 1 to %d words, of letters and digits".formatted(MOST_WORDS);
  private static final String MOMENT_RULE =
      "must be a time such as 2026-11-21T10:15:30Z (RFC 3339)";

  private final MultiValueMap<String, String> parameters;
  private final Viewer viewer;
  private final QueryReader query;
  private @Nullable String itemId;

  /** Reads the query of {@code viewer}, who may also use {@code others} of parameters. */
  FilterReader(MultiValueMap<String, String> parameters, Viewer viewer, Collection<String> others) {
    this.parameters = parameters;
    this.viewer = viewer;
    var known = new HashSet<>(FILTERS);
    known.addAll(others);
    this.query = new QueryReader(parameters).knowOnly(known);
  }

  /** Says by the path of which item the images are. */
  FilterReader of(String item) {
    itemId = item;
    if (parameters.containsKey("itemId")) {
      query.refuse("itemId", "is in the path already");
    }
    return this;
  }

  /**
   * Whether a list is of images that are not the caller's own alone, so that anybody may ask for
   * it; each sees of it what they may.
   */
  static boolean isOpen(MultiValueMap<String, String> parameters) {
    return parameters.containsKey("owner")
        || parameters.containsKey("itemId")
        || "public".equals(parameters.getFirst("visibility"));
  }

  QueryReader query() {
    return query;
  }

  Viewer viewer() {
    return viewer;
  }

  /** What is asked for, as far as it could be read. */
  ImageFilter filter() {
    var everyone = query.read("visibility", FilterReader::everyone, "must be public or private");
    var whose = whose();
    return new ImageFilter(whose, said(), progress(whose, everyone), sent());
  }

  /** Without an owner, an item or {@code visibility=public} these are the caller's own. */
  private Whose whose() {
    var owner = name("owner");
    var item = itemId == null ? name("itemId") : itemId;
    return owner == null && item == null && !isOpen(parameters)
        ? new Whose(viewer.subject(), null)
        : new Whose(owner, item);
  }

  private Said said() {
    return new Said(
        tags("tags"),
        tags("anyTag"),
        Objects.requireNonNullElse(query.read("q", FilterReader::words, WORDS_RULE), List.of()));
  }

  /** What is for everybody is shown once it is ready, unless something else is asked for. */
  private Progress progress(Whose whose, @Nullable Boolean everyone) {
    var label =
        query.read("status", FilterReader::label, "must be one of " + String.join(", ", LABELS));
    if (label == null) {
      var gallery = whose.owner() == null && whose.itemId() == null;
      return new Progress(gallery ? ImageStatus.READY : null, false, everyone);
    }
    return new Progress(STATUSES.get(label), label.equals(DELETED), everyone);
  }

  private Sent sent() {
    return new Sent(
        query.read("uploadedAfter", Moments::parse, MOMENT_RULE),
        query.read("uploadedBefore", Moments::parseUpwards, MOMENT_RULE),
        query.read("mimeType", FilterReader::type, "must be a media type such as image/png"));
  }

  private @Nullable String name(String parameter) {
    return query.read(
        parameter,
        text ->
            Optional.of(text).filter(it -> !it.isBlank()).filter(it -> it.length() <= LONGEST_NAME),
        "must be given once, with 1 to " + LONGEST_NAME + " characters");
  }

  private List<String> tags(String parameter) {
    var values = parameters.getOrDefault(parameter, List.of());
    var tags =
        Words.tags(values.stream().flatMap(value -> Stream.of(value.split(",", -1))).toList());
    if (tags.size() > MOST_TAGS || tags.contains("")) {
      query.refuse(parameter, TAGS_RULE);
    }
    return tags;
  }

  private static Optional<List<String>> words(String text) {
    return Optional.of(Words.of(Stream.of(text)))
        .filter(words -> !words.isEmpty() && words.size() <= MOST_WORDS);
  }

  private static Optional<Boolean> everyone(String label) {
    return switch (label) {
      case "public" -> Optional.of(true);
      case "private" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> label(String text) {
    return Optional.of(text).filter(LABELS::contains);
  }

  private static Optional<String> type(String text) {
    return text.matches("[a-zA-Z]+/[a-zA-Z0-9.+-]{1,60}")
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
