package dev.safelight.processor.process.overlay;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The shape of texts. The font comes with us, so that a watermark looks the same on every machine;
 * texts it lacks letters for are left to whatever fonts the machine has.
 */
final class TextFont {

  private static final String FILE = "DejaVuSans-Bold.ttf";
  private static final float SIZE = 100;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Font own = read();
  private final Font machines = new Font(Font.SANS_SERIF, Font.BOLD, (int) SIZE);

  /** The outline of a line of text, at a size that is good for scaling. */
  Shape outline(String text) {
    var font = own.canDisplayUpTo(text) < 0 ? own : machines;
    var characters = text.toCharArray();
    return font.layoutGlyphVector(
            CONTEXT, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT)
        .getOutline();
  }

  private static Font read() {
    try (var file = TextFont.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The font is missing: " + FILE);
      }
      return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font is broken: " + FILE, e);
    }
  }
}
