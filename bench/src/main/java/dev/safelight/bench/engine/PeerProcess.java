package dev.safelight.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;

/** A peer that runs. Idle but for the time of {@link #pass} and {@link #write}. */
final class PeerProcess implements AutoCloseable {

  private final Peer peer;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;

  private PeerProcess(Peer peer, Process process) {
    this.peer = peer;
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.commands = process.outputWriter(UTF_8);
  }

  /** Starts it and waits until it is ready. What it has to say for people goes to a log. */
  static PeerProcess start(Peer peer, Path folder, String recipe, int inFlight) throws IOException {
    var command = new ArrayList<>(peer.program());
    command.add(folder.toString());
    command.add(recipe);
    command.add(String.valueOf(inFlight));
    command.addAll(peer.more());
    var builder = new ProcessBuilder(command);
    peer.environment()
        .forEach((name, value) -> builder.environment().put(name, value.formatted(inFlight)));
    builder.redirectError(Redirect.appendTo(folder.resolve(peer.slug() + ".log").toFile()));
    var started = new PeerProcess(peer, builder.start());
    started.expect("ready");
    return started;
  }

  String name() {
    return peer.name();
  }

  ProcessTree tree() {
    return new ProcessTree(process.toHandle());
  }

  /** Develops all photos so many times. */
  void pass(int times) throws IOException {
    ask("pass " + times);
  }

  /** Develops all photos once and keeps what comes of it. */
  void write(Path folder) throws IOException {
    ask("write " + folder.toAbsolutePath());
  }

  private void ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    expect("done");
  }

  private void expect(String wanted) throws IOException {
    var answer = answers.readLine();
    if (!wanted.equals(answer)) {
      throw new IOException(
          "%s said %s instead of %s; its log says why".formatted(peer.name(), answer, wanted));
    }
  }

  /** Ends it: its commands are at an end. */
  @Override
  public void close() throws IOException {
    commands.close();
    process.onExit().join();
  }
}
