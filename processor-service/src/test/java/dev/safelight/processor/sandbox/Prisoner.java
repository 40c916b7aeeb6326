package dev.safelight.processor.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Goes into the sandbox and tries to get out; says what it could do. */
final class Prisoner {

  /** Something that may work, or not. */
  private interface Deed {
    void attempt() throws Exception;
  }

  private final int port;
  private final Path folder;

  private Prisoner(int port, Path folder) {
    this.port = port;
    this.folder = folder;
  }

  static void main(String[] args) throws IOException {
    var prisoner = new Prisoner(Integer.parseInt(args[0]), Path.of(args[1]));
    // What it has done before is not what it may do now.
    prisoner.tryAll("before");
    var started = Thread.ofPlatform().unstarted(() -> prisoner.tryAll("other thread"));
    var leak = Sandbox.close();
    System.out.println("leak: " + leak.orElse("none"));
    prisoner.tryAll("after");
    started.start();
    try {
      started.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tryAll(String when) {
    attempt(when, "read", () -> Files.readString(folder.resolve("readable")));
    attempt(when, "connect", () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    attempt(when, "connect by NIO", this::connectByNio);
    attempt(when, "exec", () -> new ProcessBuilder("/bin/true").start().waitFor());
    attempt(when, "write", () -> Files.writeString(folder.resolve(when), "x"));
    attempt(when, "append", () -> Files.newOutputStream(folder.resolve("readable")).close());
    attempt(when, "make a folder", () -> Files.createDirectory(folder.resolve(when + " folder")));
    attempt(when, "rename", () -> rename(folder.resolve("movable"), folder.resolve("moved")));
    attempt(when, "delete", () -> Files.delete(folder.resolve(when)));
    attempt(when, "signal", () -> Libc.syscall(kill(), ProcessHandle.current().pid(), 0));
    attempt(when, "bound others", this::boundParent);
  }

  private void connectByNio() throws IOException {
    SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).close();
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to);
    Files.move(to, from);
  }

  private static long kill() {
    return SystemCalls.valueOf("KILL").number(Architecture.ofThisLinux().orElseThrow());
  }

  private void boundParent() throws SystemCallException {
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    var call = SystemCalls.PRLIMIT64.number(Architecture.ofThisLinux().orElseThrow());
    Libc.syscall(call, parent, 7, 0, 0);
  }

  private static void attempt(String when, String what, Deed deed) {
    try {
      deed.attempt();
      System.out.println(when + ": can " + what);
    } catch (Exception e) {
      System.out.println(when + ": cannot " + what);
    }
  }
}
