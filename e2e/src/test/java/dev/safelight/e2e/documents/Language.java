package dev.safelight.e2e.documents;

import dev.safelight.e2e.clients.Workplace.Run;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** A language of examples, with what a reader has to add: who they are, and which image. */
public enum Language {
  /** With the package requests. */
  PYTHON(
      "python3",
      "example.py",
      "import requests",
      """
      import os
      origin, token = os.environ["ORIGIN"], os.environ["TOKEN"]
      %s
      """),

  /** Node.js by itself, and a page with a field for a file. */
  JS(
      "node",
      "example.mjs",
      "new File([], 'name')",
      """
      import { readFileSync } from 'node:fs';
      const { ORIGIN: origin, TOKEN: token, ID: id } = process.env;
      const headers = { Authorization: `Bearer ${token}` };
      const input = { files: [new File([readFileSync('photo.jpg')], 'photo.jpg')] };
      %s
      """),

  /** Without a library. */
  JAVA(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "Example.java",
      "void main() {}",
      """
      import module java.net.http;
      import java.net.http.HttpResponse.BodyHandlers;
      void main() throws Exception {
        var origin = System.getenv("ORIGIN");
        var token = System.getenv("TOKEN");
        %s
      }
      """);

  /** What needs packages or a browser; {@code e2e/clients} has the like of it. */
  private static final Pattern ELSEWHERE = Pattern.compile("tus-js-client|[Uu]ppy|EventSource");

  private final String program;
  private final String file;
  private final String check;
  private final String frame;

  Language(String program, String file, String check, String frame) {
    this.program = program;
    this.file = file;
    this.check = check;
    this.frame = frame;
  }

  /** Whether this machine has what it needs. */
  public boolean isHere(Desk desk) {
    try {
      return desk.program(file, check, program).exit() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Runs the examples of a page one after the other. */
  public Run run(Document page, Desk desk) {
    var examples =
        page.examples(name().toLowerCase(Locale.ROOT)).stream()
            .filter(example -> !ELSEWHERE.matcher(example).find())
            .toList();
    return desk.program(file, frame.replace("%s", String.join("", examples)), program);
  }
}
