package dev.safelight.processor.scene;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file that was made to do harm.
 *
 * @param name what it tries
 * @param outcomes what may come of it: {@code DEVELOPED}, or reasons for a rejection
 * @param file makes it
 */
public record Hostile(String name, List<String> outcomes, Supplier<byte[]> file) {

  /** It is harmless after all, and shows a picture. */
  public static final String DEVELOPED = "DEVELOPED";

  private static final String TOO_MANY = "TOO_MANY_PIXELS";
  private static final String UNREADABLE = "UNREADABLE";

  /** All there are. */
  public static Stream<Hostile> all() {
    return Stream.of(bombs(), liars(), loops(), stowaways()).flatMap(hostile -> hostile);
  }

  /** Few bytes that become many. */
  private static Stream<Hostile> bombs() {
    return Stream.of(
        refused("PNG of 50,000 × 50,000 grey zeros", TOO_MANY, () -> Bombs.png(50_000, 0, 8)),
        refused("PNG of 50,000 × 50,000 RGB zeros", TOO_MANY, () -> Bombs.png(50_000, 2, 8)),
        refused("PNG of 65,536 × 65,536", TOO_MANY, () -> Pngs.claiming(65_536, 65_536)),
        refused("PNG of 10,000 × 10,000 in 16 bits", TOO_MANY, () -> Bombs.png(10_000, 6, 16)),
        either("PNG of 5,000 × 5,000 RGB zeros", () -> Bombs.png(5_000, 2, 8)),
        refused("PNG of two milliard frames", TOO_MANY, Bombs::frames),
        refused("progressive JPEG of 20,000 × 20,000", TOO_MANY, () -> Bombs.jpeg(20_000)),
        refused("progressive JPEG of 65,500 × 65,500", TOO_MANY, () -> Bombs.jpeg(65_500)),
        either("progressive JPEG of 4,000 × 4,000 without data", () -> Bombs.jpeg(4_000)),
        refused("JPEG of 10,000 scans", UNREADABLE, () -> Bombs.scans(10_000)),
        either("JPEG of 90 scans", () -> Bombs.scans(80)),
        refused("GIF of 10,000 large frames", TOO_MANY, () -> Bombs.gif(200, 10_000)),
        either("GIF of 1,000 small frames", () -> Bombs.gif(8, 1_000)),
        refused("WebP of 10,000 large frames", TOO_MANY, () -> Bombs.webp(400, 10_000)),
        either("WebP of 300 small frames", () -> Bombs.webp(8, 300)),
        either("PNG whose profile inflates to 100 MB", () -> Bombs.inflating("iCCP")),
        either("PNG whose text inflates to 100 MB", () -> Bombs.inflating("zTXt")),
        either("JPEG with a bomb of XMP", Stowaways::xmpBomb));
  }

  /** Headers that promise what does not follow. */
  private static Stream<Hostile> liars() {
    return Stream.of(
        refused("half a JPEG", UNREADABLE, () -> Liars.half(Jpegs.plain(Liars.photo()))),
        refused(
            "half a progressive JPEG",
            UNREADABLE,
            () -> Liars.half(Jpegs.progressive(Liars.photo()))),
        refused("half a PNG", UNREADABLE, () -> Liars.half(Files.write("png", Liars.photo()))),
        refused("TIFF of 2^31 strips", UNREADABLE, Liars::strips),
        refused("TIFF of a strip beyond its end", UNREADABLE, Liars::strip),
        refused("TIFF of giant tiles", UNREADABLE, Liars::tiles),
        refused("GIF whose frame is far outside", TOO_MANY, Liars::farFrame),
        refused("WebP of a canvas that is not its picture's", UNREADABLE, Liars::canvas),
        refused("animated WebP of the largest canvas", TOO_MANY, Liars::largestCanvas),
        refused("BMP of the lowest height", UNREADABLE, () -> Liars.bmp(10, Integer.MIN_VALUE, 0)),
        refused("BMP of two milliard rows", UNREADABLE, () -> Liars.bmp(10, 2_000_000_000, 0)),
        either("BMP of runs that never come", () -> Liars.bmp(9_000, 9_000, 1)),
        refused("BMP around a PNG", UNREADABLE, () -> Liars.bmp(10, 10, 5)));
  }

  /** Places that lead back to where one came from. */
  private static Stream<Hostile> loops() {
    return Stream.of(
        refused("TIFF whose page follows itself", UNREADABLE, Loops::page),
        refused("TIFF of 20,000 pages", UNREADABLE, () -> Loops.pages(20_000)),
        either("TIFF of 3,000 pages", () -> Loops.pages(3_000)),
        either("TIFF whose inner directory is its outer one", Loops::inner),
        either("JPEG whose Exif follows itself", Loops::exif));
  }

  /** Things that are aboard and have no business there. */
  private static Stream<Hostile> stowaways() {
    return Stream.of(
        either("JPEG that is a web page as well", Stowaways::jpegAndHtml),
        either("GIF that is a script as well", Stowaways::gifAndScript),
        either("PNG with an archive behind its end", Stowaways::pngAndArchive),
        either("JPEG with a profile of noise", () -> Stowaways.noisyProfile("jpeg")),
        either("PNG with a profile of noise", () -> Stowaways.noisyProfile("png")),
        either("TIFF with a profile of noise", () -> Stowaways.noisyProfile("tiff")),
        either("PNG with a profile of two milliard tags", Stowaways::endlessProfile),
        refused("SVG that loads a file", "UNSUPPORTED", Stowaways::svg));
  }

  private static Hostile refused(String name, String reason, Supplier<byte[]> file) {
    return new Hostile(name, List.of(reason), file);
  }

  private static Hostile either(String name, Supplier<byte[]> file) {
    return new Hostile(name, List.of(DEVELOPED, UNREADABLE), file);
  }

  @Override
  public String toString() {
    return name;
  }
}
