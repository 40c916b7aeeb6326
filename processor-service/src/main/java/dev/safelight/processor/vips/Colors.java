package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsException;
import dev.safelight.processor.libvips.VipsImage;
import java.util.Optional;

/** Brings every layout and colour space into one: sRGB of 8 bits, with or without alpha. */
final class Colors {

  private static final String PROFILE = "icc-profile-data";

  /** VipsBandFormat. */
  private static final int BYTES = 0;

  private static final int SHORTS = 2;
  private static final int INTEGERS = 4;

  /** VipsIntent; of the profiles that know more than one, those of inks, it is what photos want. */
  private static final int PERCEPTUAL = 0;

  private Colors() {}

  /** The same picture with 8 bits for each value where it has more, and known bands. */
  static VipsImage ofEightBits(VipsImage picture) {
    if (picture.format() != SHORTS && picture.format() != INTEGERS) {
      return picture;
    }
    var bytes = picture.apply("cast", Arguments.integers(BYTES).with("shift", true));
    return switch (picture.interpretation()) {
      case RGB16 -> called(bytes, Interpretation.SRGB);
      case GRAY16 -> called(bytes, Interpretation.GRAY);
      default -> bytes;
    };
  }

  /** Converts what {@link #ofEightBits} gave; by the profile it carries, if that is any good. */
  static VipsImage toSrgb(VipsImage picture) {
    return byProfile(picture).orElseGet(() -> withoutProfile(picture));
  }

  private static Optional<VipsImage> byProfile(VipsImage picture) {
    var profile = picture.blob(PROFILE).map(IccProfile::new);
    if (profile.isEmpty()
        || profile.get().isSrgb()
        || !profile.get().colorSpace().equals(colorSpace(picture))) {
      return Optional.empty();
    }
    try {
      // Nothing but the profile is read here, pixels come later.
      return Optional.of(
          picture.apply(
              "icc_transform",
              Arguments.string("srgb").with("embedded", true).with("intent", PERCEPTUAL)));
    } catch (VipsException e) {
      return Optional.empty();
    }
  }

  /** The picture's kind of colours as profiles call them. */
  private static String colorSpace(VipsImage picture) {
    return switch (picture.interpretation()) {
      case GRAY -> "GRAY";
      case CMYK -> "CMYK";
      case SRGB, RGB -> "RGB ";
      default -> "none";
    };
  }

  private static VipsImage withoutProfile(VipsImage picture) {
    return switch (picture.interpretation()) {
      case SRGB -> picture;
      case CMYK -> inks(picture);
      case RGB -> called(picture, Interpretation.SRGB);
      case MULTIBAND -> withoutProfile(guessed(picture));
      default -> picture.apply("colourspace", Arguments.integers(Interpretation.SRGB.number()));
    };
  }

  /** Inks that nobody has described: each takes away its light, and black takes away all. */
  private static VipsImage inks(VipsImage picture) {
    var lights = picture.apply("invert", Arguments.none());
    var colors = lights.apply("extract_band", Arguments.integers(0).with("n", 3));
    var black = lights.apply("extract_band", Arguments.integers(3));
    var lit =
        colors
            .apply("multiply", black)
            .apply("linear", Arguments.vectors(new double[] {1 / 255.0}, new double[] {0}));
    return called(Alpha.bytes(lit), Interpretation.SRGB);
  }

  private static VipsImage guessed(VipsImage picture) {
    return called(picture, picture.bands() < 3 ? Interpretation.GRAY : Interpretation.SRGB);
  }

  static VipsImage called(VipsImage picture, Interpretation interpretation) {
    return picture.apply("copy", Arguments.none().with("interpretation", interpretation.number()));
  }
}
