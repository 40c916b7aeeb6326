package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.RejectionReason;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.VariantSpec;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Does what the content of an original says, as the worst decoder might. */
final class BadEngine implements ImageEngine {

  private static final byte[] PICTURE =
      dev.safelight.processor.scene.Files.write("png", Scene.COLORED.draw(30, 20));

  private final OutputStream answers = answers();
  private final ImageEngine good;

  BadEngine(ImageEngine good) {
    this.good = good;
  }

  @Override
  public String identity() {
    return "bad 1";
  }

  @Override
  public Set<PictureFormat> formats() {
    return good.formats();
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    var words = new String(source.content(), UTF_8).split(" ", 2);
    switch (words[0]) {
      case "hang" -> hang();
      case "halt" -> Runtime.getRuntime().halt(1);
      case "halt-unless" -> haltUnless(Path.of(words[1]));
      case "segfault" -> segfault();
      case "fill-heap" -> fill(() -> new byte[1 << 24]);
      case "fill-memory" -> fill(() -> Arena.global().allocate(1 << 24).fill((byte) 1));
      case "garbage" -> print(new byte[] {42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42});
      case "flood" -> print(new byte[] {'D', 0, 0, 0, 2, 0, 0, 0, 1, 0x7F, -1, -1, -1});
      case "recurse" -> recurse(0);
      case "fail" -> throw new IllegalStateException("The engine is broken");
      case "reject" -> throw told(words[1]);
      case "pid" -> throw told(String.valueOf(ProcessHandle.current().pid()));
      case "environment" -> throw told(System.getenv().keySet().toString());
      case "spy" -> throw told(parentsEnvironment());
      case "complain" -> complain();
      default -> {}
    }
    var picture = new SourceImage(PICTURE, ImageHeaders.read(PICTURE));
    var honest = good.develop(picture, specs);
    return switch (words[0]) {
      case "enlarge" -> lying(honest, variant -> larger(variant));
      case "complain" -> honest;
      case "rename" -> lying(honest, variant -> named(variant, "../" + variant.name()));
      case "text" -> lying(honest, variant -> containing(variant, words[1].getBytes(UTF_8)));
      case "large" -> lying(honest, variant -> containing(variant, new byte[1 << 22]));
      default -> good.develop(source, specs);
    };
  }

  private static BadImageException told(String detail) {
    return new BadImageException(RejectionReason.UNREADABLE, detail);
  }

  private static void hang() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  @SuppressWarnings("restricted") // That is the point.
  private static void segfault() {
    MemorySegment.NULL.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
  }

  private static void haltUnless(Path trace) {
    if (!Files.exists(trace)) {
      Runtime.getRuntime().halt(1);
    }
    throw told("Survived");
  }

  private static void fill(Supplier<Object> supply) {
    var all = new ArrayList<>();
    while (all.size() < Integer.MAX_VALUE) {
      all.add(supply.get());
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }

  private static String parentsEnvironment() {
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    try {
      return "Read " + Files.readAllBytes(Path.of("/proc/" + parent + "/environ")).length;
    } catch (IOException e) {
      return "Refused";
    }
  }

  private static void complain() {
    for (int i = 0; i < 1000; i++) {
      System.err.println("Line " + i + " \u001b[2J of a decoder that does not come to an end");
      System.out.println("This is no answer");
    }
  }

  private void print(byte[] bytes) {
    try {
      answers.write(bytes);
      answers.flush();
      hang();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the pipe to the service, as somebody who took the decoder over would. */
  private static OutputStream answers() {
    try (var open = Files.list(Path.of("/dev/fd"))) {
      var pipe = open.filter(file -> number(file) > 2).filter(BadEngine::isPipe).findFirst();
      return new FileOutputStream(pipe.orElseThrow().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPipe(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("pipe:");
    } catch (IOException e) {
      return false;
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString());
  }

  private static DevelopedImage lying(DevelopedImage image, UnaryOperator<EncodedVariant> lie) {
    return new DevelopedImage(
        image.width(),
        image.height(),
        image.hasAlpha(),
        image.variants().stream().map(lie).toList(),
        image.preview(),
        image.facts(),
        image.effort());
  }

  private static EncodedVariant larger(EncodedVariant of) {
    return new EncodedVariant(of.name(), of.format(), of.width() + 1, of.height(), of.content());
  }

  private static EncodedVariant named(EncodedVariant of, String name) {
    return new EncodedVariant(name, of.format(), of.width(), of.height(), of.content());
  }

  private static EncodedVariant containing(EncodedVariant of, byte[] content) {
    return new EncodedVariant(of.name(), of.format(), of.width(), of.height(), content);
  }
}
