package dev.safelight.bench;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws pictures where there are no photos: the same ones for the same number. */
public final class Drawing {

  private static final int SPOTS = 200;

  private Drawing() {}

  /** Soft and grainy at once, so that it compresses about as a photo does. */
  public static BufferedImage photo(int width, int height, int number) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(number);
    paint(picture, random);
    grain(picture, random);
    return picture;
  }

  /** The same with a hole in the middle that one can see through. */
  public static BufferedImage withHole(int width, int height, int number) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = picture.createGraphics();
    pen.drawImage(photo(width, height, number), 0, 0, null);
    pen.setComposite(AlphaComposite.Clear);
    pen.fillOval(width / 4, height / 4, width / 2, height / 2);
    pen.dispose();
    return picture;
  }

  /** A sign to be laid over photos, half transparent. */
  public static BufferedImage mark(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(255, 255, 255, 128));
    pen.fillRoundRect(0, 0, width, height, height / 2, height / 2);
    pen.setColor(new Color(0, 0, 0, 160));
    pen.fillOval(height / 4, height / 4, width - height / 2, height / 2);
    pen.dispose();
    return picture;
  }

  private static void paint(BufferedImage picture, Random random) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, color(random), width, height, color(random)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < SPOTS; i++) {
      spot(pen, width, height, random);
    }
    pen.dispose();
  }

  private static void spot(Graphics2D pen, int width, int height, Random random) {
    pen.setColor(color(random));
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    pen.fillOval(x, y, width / 100 + random.nextInt(width / 10), width / 50);
  }

  private static void grain(BufferedImage picture, Random random) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, picture.getRGB(x, y) ^ (random.nextInt(8) * 0x010101));
      }
    }
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }
}
