package dev.safelight.bench.engine;

import java.util.List;
import java.util.Map;

/**
 * Somebody who makes variants, as a program that speaks the line protocol: it says {@code ready},
 * then answers {@code pass N} (develop all photos so many times) and {@code write FOLDER} (develop
 * them once and keep the files) with {@code done}.
 *
 * @param name for tables, and for files where it is made of letters
 * @param program the command, to which are added: folder of the bench, recipe, photos in flight
 * @param more arguments after those
 * @param environment variables, in which {@code %d} stands for the photos in flight
 */
record Peer(String name, List<String> program, List<String> more, Map<String, String> environment) {

  /** For the name of a folder. */
  String slug() {
    return name.replaceAll("[^A-Za-z0-9]+", "-");
  }
}
