package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.sandbox.Sandbox;
import dev.safelight.processor.sandbox.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A worker: opens an engine, warms it up, and develops what it is told to, one image after the
 * other. It lives no longer than its service, whose end it hears as the end of its input.
 */
final class WorkerMain {

  /** Told apart from crashes; what {@code -XX:+ExitOnOutOfMemoryError} exits with. */
  static final int OUT_OF_MEMORY = 3;

  private final Wire wire;
  private final Inbox inbox;

  private WorkerMain(Wire wire) {
    this.wire = wire;
    this.inbox = new Inbox(wire);
  }

  static void main() throws IOException, InterruptedException {
    Sandbox.endWithParent();
    var wire =
        new Wire(
            new FileInputStream(FileDescriptor.in), StandardOutput.reserve(), Integer.MAX_VALUE);
    System.setIn(InputStream.nullInputStream());
    new WorkerMain(wire).work();
  }

  private void work() throws IOException, InterruptedException {
    var message = inbox.take();
    var setup = Json.read(message.facts(), Setup.class);
    try {
      var engine = setup.open(message.blobs());
      WarmUp.of(engine);
      wire.write(confined(engine, setup));
      while (true) {
        wire.write(answer(inbox.take(), engine));
      }
    } catch (EngineUnavailableException e) {
      wire.write(new Message(Message.Kind.UNAVAILABLE, text(e)));
    }
  }

  /** The last thing before the first byte of an uploader is read. */
  private static Message confined(ImageEngine engine, Setup setup) throws IOException {
    Sandbox.boundMemory(setup.memoryBound());
    var leak = Sandbox.close();
    var ready = new Ready(engine.identity(), engine.formats(), leak.orElse(null));
    return new Message(Message.Kind.READY, Json.write(ready));
  }

  private static Message answer(Message message, ImageEngine engine) throws IOException {
    var job = Json.read(message.facts(), Job.class);
    try {
      var source = job.source(message.blobs().getFirst());
      return Developed.message(engine.develop(source, job.specs()));
    } catch (BadImageException e) {
      return Rejected.message(e);
    } catch (StackOverflowError e) {
      return Rejected.message(BadImageException.tooDeep(e));
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
      throw e;
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return new Message(Message.Kind.FAILED, text(e));
    }
  }

  private static byte[] text(Throwable failure) {
    return String.valueOf(failure.getMessage()).getBytes(UTF_8);
  }
}
