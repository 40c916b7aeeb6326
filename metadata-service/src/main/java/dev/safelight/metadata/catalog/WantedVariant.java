package dev.safelight.metadata.catalog;

import java.util.List;
import java.util.Optional;

/** Which variant somebody asks for. */
public sealed interface WantedVariant {

  /** The variant that fits, if there is one. */
  Optional<Variant> in(Development development);

  /** The variant of a name. */
  record Named(String name) implements WantedVariant {

    @Override
    public Optional<Variant> in(Development development) {
      return development.variant(name);
    }
  }

  /**
   * The picture to show, in a format.
   *
   * @param format such as {@code webp}: what variants that are the picture in that format are named
   */
  record InFormat(String format) implements WantedVariant {

    @Override
    public Optional<Variant> in(Development development) {
      return development
          .preferred()
          .filter(variant -> variant.mimeType().equals("image/" + format))
          .or(() -> alternative(format, development));
    }
  }

  /**
   * Whichever suits the client best: the picture to show, or the variant that is named for its
   * format and holds it in that.
   *
   * @param taste what the client reads
   */
  record BestFor(Taste taste) implements WantedVariant {

    /** The last of those that are as welcome wins: the smaller. */
    private static final List<String> FORMATS = List.of("gif", "png", "jpeg", "webp", "avif");

    private static final List<String> SMALLER = List.of("webp", "avif");

    @Override
    public Optional<Variant> in(Development development) {
      var best = development.preferred().orElse(null);
      if (best == null) {
        return Optional.empty();
      }
      var welcome = taste.inGeneral(best.mimeType());
      for (var format : FORMATS) {
        var other = alternative(format, development).orElse(null);
        var quality = other == null ? 0 : taste.byName(other.mimeType());
        if (quality > welcome || (quality == welcome && quality > 0 && SMALLER.contains(format))) {
          best = other;
          welcome = quality;
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /** What a client says that it reads. */
  interface Taste {

    /** How welcome a media type is, 0 to 1. */
    double inGeneral(String mimeType);

    /** As {@link #inGeneral}, but 0 if the client does not name the type itself. */
    double byName(String mimeType);
  }

  private static Optional<Variant> alternative(String format, Development development) {
    return development
        .variant(format)
        .filter(variant -> variant.mimeType().equals("image/" + format));
  }
}
