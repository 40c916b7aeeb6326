package dev.safelight.e2e.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.e2e.clients.Workplace;
import dev.safelight.e2e.clients.Workplace.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where somebody tries what they read: a folder with {@code photo.jpg}, and a shell in which {@code
 * make token} prints their token.
 */
public final class Desk {

  private static final String PRINTED = "http://127.0.0.1:8080";

  /** What a reader has to copy from the answer before. */
  private static final String COPIED = "ID=…";

  private static final String COPY = "ID=$(grep -o '\"id\":\"[^\"]*' said | cut -d '\"' -f 4)";
  private static final String ANSWERS = "answers.txt";

  private static final String MAKE =
      """
      #!/bin/bash
      [ "$1" != token ] || printf '%s\\n' "$TOKEN"
      """;

  /** Notes what is answered, and keeps it. A stream that has no end is heard for some seconds. */
  private static final String CURL =
      """
      #!/bin/bash
      PATH=${PATH#*:}
      how="-sS"
      case " $* " in *" -N "*) how="-s --max-time 10" ;; esac
      note='%{stderr}%{method} %{url_effective} %{http_code}\\n'
      curl $how -w "$note" "$@" 2>> answers.txt | tee said
      status=${PIPESTATUS[0]}
      [ "$status" = 28 ] || exit "$status"
      """;

  private final Path folder;
  private final String origin;
  private final Map<String, String> environment = new HashMap<>();

  /** Prepares the folder, for somebody with this token. */
  public Desk(Path folder, byte[] photo, String origin, String token) {
    this.folder = folder.toAbsolutePath();
    this.origin = origin;
    write("photo.jpg", photo);
    program("make", MAKE);
    program("curl", CURL);
    write(ANSWERS, new byte[0]);
    environment.put("ORIGIN", origin);
    environment.put("TOKEN", token);
    environment.put("PATH", this.folder.resolve("bin") + ":" + System.getenv("PATH"));
  }

  /** Lets programs know something more. */
  public Desk with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs examples one after the other; a variable that nobody told of is a mistake of theirs. */
  public Run shell(List<String> examples) {
    var script = String.join("", examples).replace(PRINTED, origin).replace(COPIED, COPY);
    return program("example.sh", script, "bash", "-eu");
  }

  /** Runs a program, from a file of this name. */
  public Run program(String name, String text, String... command) {
    write(name, text.getBytes(UTF_8));
    var words = new ArrayList<>(List.of(command));
    words.add(name);
    return new Workplace(folder).run(environment, words.toArray(String[]::new));
  }

  /** Method, path and status of each answer that the shell got, ids as {@code {}}. */
  public List<String> answers() {
    return text(ANSWERS)
        .replace(origin, "")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{}")
        .lines()
        .toList();
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String text) {
    var file = "bin/" + name;
    write(file, text.getBytes(UTF_8));
    if (!folder.resolve(file).toFile().setExecutable(true)) {
      throw new IllegalStateException(file + " can't be made a program");
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
