package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.processor.pixels.Turn;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Size;
import java.nio.BufferUnderflowException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An original as it is shown: one picture, or those of an animation one after the other. Each is
 * decoded when it is asked for, and only two are in memory at a time.
 */
final class Film {

  private final ImageHeader header;
  private final Turn turn;
  private final Decoder decoder;
  private final int reduction;
  private final StoredFrames frames;
  private @Nullable Canvas canvas;
  private int shown;

  private Film(SourceImage source, StoredFrames frames, Decoder decoder, int reduction) {
    this.header = source.header();
    this.turn = turn(source.orientation());
    this.frames = frames;
    this.decoder = decoder;
    this.reduction = reduction;
  }

  /**
   * Opens an original.
   *
   * @param reduction how many times smaller its pictures may be
   * @throws BadImageException if what it consists of cannot be found
   */
  static Film of(SourceImage source, Decoder decoder, int reduction) {
    return new Film(source, sound(() -> frames(source)), decoder, reduction);
  }

  private static StoredFrames frames(SourceImage source) {
    return switch (source.header().type()) {
      case GIF -> new GifFrames(source.content());
      case WEBP -> WebpFrames.areIn(source) ? new WebpFrames(source.content()) : alone(source);
      case JPEG, PNG, BMP, TIFF -> alone(source);
    };
  }

  private static StoredFrames alone(SourceImage source) {
    return new OnlyFrame(source);
  }

  /** How often it is shown; 0 for without end. */
  int plays() {
    return frames.plays();
  }

  boolean hasNext() {
    return shown < header.frames();
  }

  /**
   * The next picture.
   *
   * @throws BadImageException if it cannot be read whole
   */
  Shot next() {
    var frame = sound(frames::next);
    requireWithin(frame, frame.file().header());
    var decoded = decoder.decode(frame.file(), reduction);
    shown++;
    return new Shot(onCanvas(decoded, frame).turned(turn), frame.delayMillis());
  }

  private Original onCanvas(Original decoded, StoredFrame frame) {
    return coversAll(decoded.size())
        ? decoded.withoutNeedlessAlpha()
        : Original.of(canvas().show(frame, decoded.picture())).withoutNeedlessAlpha();
  }

  private Canvas canvas() {
    if (canvas == null) {
      canvas = new Canvas(header.width(), header.height());
    }
    return canvas;
  }

  private boolean coversAll(Size size) {
    return header.frames() == 1
        && size.width() == header.width()
        && size.height() == header.height();
  }

  /** The limits were checked against the header, so no frame may be larger than it said. */
  private void requireWithin(StoredFrame frame, ImageHeader claim) {
    if (frame.left() + claim.width() > header.width()
        || frame.top() + claim.height() > header.height()) {
      throw BadImageException.unreadable(Decoder.LARGER);
    }
  }

  private static Turn turn(Orientation orientation) {
    return new Turn(orientation.transposed(), orientation.mirrored(), orientation.upsideDown());
  }

  private static <T> T sound(Supplier<T> search) {
    try {
      return search.get();
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw BadImageException.unreadable(Decoder.CUT_OFF, e);
    } catch (IllegalArgumentException e) {
      throw BadImageException.unreadable(Decoder.DAMAGED, e);
    }
  }
}
