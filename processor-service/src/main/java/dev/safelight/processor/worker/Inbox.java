package dev.safelight.processor.worker;

import java.io.IOException;
import java.util.concurrent.SynchronousQueue;

/**
 * Listens on a thread of its own, so that a worker hears the end of its service in the midst of an
 * image, and ends with it.
 */
final class Inbox {

  private final SynchronousQueue<Message> messages = new SynchronousQueue<>();
  private final Wire wire;

  Inbox(Wire wire) {
    this.wire = wire;
    Thread.ofPlatform().name("inbox").daemon().start(this::listen);
  }

  Message take() throws InterruptedException {
    return messages.take();
  }

  private void listen() {
    try {
      while (true) {
        messages.put(wire.read());
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(0);
    }
  }
}
