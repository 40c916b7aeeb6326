package dev.safelight.standalone.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process to keep alive, as data.
 *
 * @param name short and unique; names the log and the pid file too
 * @param command the program and its arguments, nothing of it interpreted by a shell
 * @param environment variables added to those the supervisor itself was given
 * @param readiness how to tell that the part does its work
 * @param needs names of the parts that must be ready before this one starts, and that are stopped
 *     only after it
 */
public record Part(
    String name,
    List<String> command,
    Map<String, String> environment,
    Readiness readiness,
    Set<String> needs) {

  /** Copies the collections, so that a part never changes under its supervisor. */
  public Part {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    needs = Set.copyOf(needs);
  }
}
