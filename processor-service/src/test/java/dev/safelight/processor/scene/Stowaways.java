package dev.safelight.processor.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Files that carry what has no business in a picture. */
final class Stowaways {

  private static final String SCRIPT =
      "<html><script>alert('" + Secrets.MARK + "')</script></html>";

  private Stowaways() {}

  static byte[] jpegAndHtml() {
    var file = Jpegs.with(Jpegs.plain(Photo.draw(60, 40)), 0xFE, SCRIPT.getBytes(UTF_8));
    return new Bytes().raw(file).text(SCRIPT).done();
  }

  static byte[] gifAndScript() {
    var gif = Animations.talkative(Animations.sample().gif());
    return new Bytes().raw(gif).text("*/=1;alert('" + Secrets.MARK + "')").done();
  }

  static byte[] pngAndArchive() {
    var png = Files.write("png", Photo.draw(60, 40));
    return new Bytes().raw(png).text("PK\u0003\u0004").text(Secrets.MARK.repeat(100)).done();
  }

  /** Entities of entities of entities: a milliard of laughs for whoever resolves them. */
  static byte[] xmpBomb() {
    var xmp = new StringBuilder("http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      xmp.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    xmp.append("]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&a39;</x:xmpmeta>");
    return Jpegs.with(Jpegs.plain(Photo.draw(60, 40)), 0xE1, xmp.toString().getBytes(UTF_8));
  }

  /** What begins as a profile goes on as noise. */
  static byte[] noisyProfile(String format) {
    var noise = Profiles.displayP3();
    var dice = new Random(3);
    for (int i = 128; i < noise.length; i++) {
      noise[i] = (byte) dice.nextInt(256);
    }
    return profiled(format, noise);
  }

  static byte[] endlessProfile() {
    var profile = Profiles.displayP3();
    System.arraycopy(new Bytes().u32be(Integer.MAX_VALUE).done(), 0, profile, 128, 4);
    return profiled("png", profile);
  }

  static byte[] svg() {
    return "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
        .getBytes(UTF_8);
  }

  private static byte[] profiled(String format, byte[] profile) {
    var photo = Photo.draw(60, 40);
    return switch (format) {
      case "jpeg" -> Jpegs.profiled(photo, profile);
      case "png" -> Pngs.profiled(photo, profile);
      default -> Tiffs.rgb(photo).profiled(profile).done();
    };
  }
}
