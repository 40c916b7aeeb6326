package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.search.PerceptualHash;
import dev.safelight.metadata.search.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What an image is found by, made of the rest of its document. Whatever changes what people say of
 * an image changes {@link #words} with it, and what changes how it looks, {@link #bands}.
 */
final class SearchFields {

  private static final String SEARCH = "search";

  /** What it is sorted by where names count; null where it has none. */
  static final String NAME = SEARCH + ".name";

  /** Folded tags, each as a whole. */
  static final String TAGS = SEARCH + ".tags";

  /** Folded words of the name, the tags, the alternative text and the caption. */
  static final String WORDS = SEARCH + ".words";

  /** Version of the rules by which the words were made. */
  static final String VERSION = SEARCH + ".version";

  /** Bands of the perceptual hash; absent where there is none. */
  static final String BANDS = SEARCH + ".bands";

  private static final List<String> NAME_PATH = List.of(Fields.ORIGINAL_NAME.split("\\."));

  private SearchFields() {}

  /** What an image of this name is found by of which this is said. */
  static Bson words(@Nullable String name, ImageDetails details) {
    var said = details.description();
    var texts =
        Stream.of(
                Stream.ofNullable(name),
                said.tags().stream(),
                Stream.ofNullable(said.altText()),
                Stream.ofNullable(said.caption()))
            .flatMap(part -> part);
    return combine(
        set(NAME, name == null ? null : Words.sortKey(name)),
        set(TAGS, Words.tags(said.tags())),
        set(WORDS, Words.of(texts)),
        set(VERSION, Words.VERSION));
  }

  /** What an image is found by that was developed into this. */
  static Bson bands(Development development) {
    return set(BANDS, hash(development.appearance().perceptualHash()));
  }

  /** All that an image is found by, made of its document; nothing while nothing is said of it. */
  static Bson all(Document image) {
    var details = image.get(Fields.DETAILS, Document.class);
    if (details == null) {
      return combine();
    }
    var words = words(originalName(image), DetailsFields.read(details));
    var development = image.get(Fields.DEVELOPMENT, Document.class);
    return development == null ? words : combine(words, bands(DevelopmentFields.read(development)));
  }

  /** The name in a document, or in a part of one. */
  static @Nullable String originalName(Document image) {
    return image.getEmbedded(NAME_PATH, String.class);
  }

  private static @Nullable List<Integer> hash(@Nullable String digits) {
    return Optional.ofNullable(digits)
        .flatMap(PerceptualHash::parse)
        .map(hash -> hash.bands().boxed().toList())
        .orElse(null);
  }
}
