package dev.safelight.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The side of the peer in the line protocol of {@link Peer}. */
public final class Commands {

  private Commands() {}

  /** Who does what is asked. */
  public interface Developer {

    /** Develops all photos so many times. */
    void pass(int times) throws Exception;

    /** Develops all photos once and keeps the variants in a folder. */
    void write(Path folder) throws Exception;
  }

  /** Says that it is ready, and does what standard input asks until that ends. */
  public static void serve(Developer developer) throws Exception {
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (var line = commands.readLine(); line != null; line = commands.readLine()) {
      obey(developer, line.split(" ", 2));
      System.out.println("done");
    }
  }

  private static void obey(Developer developer, String[] words) throws Exception {
    switch (words[0]) {
      case "pass" -> developer.pass(Integer.parseInt(words[1]));
      case "write" -> developer.write(Path.of(words[1]));
      default -> throw new IOException("Nobody knows the command " + words[0]);
    }
  }
}
