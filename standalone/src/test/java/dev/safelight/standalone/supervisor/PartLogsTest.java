package dev.safelight.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogsTest {

  @TempDir Path folder;

  @Test
  void quotesTheLastLines() throws Exception {
    Files.writeString(folder.resolve("part.log"), "one\ntwo\nthree\n");

    assertThat(logs().tail("part", 2)).isEqualTo("    two\n    three");
  }

  @Test
  void saysSoWhenThereIsNothingToQuote() {
    assertThat(logs().tail("silent", 5)).isEqualTo("    (nothing)");
  }

  @Test
  void keepsTheLogOfTheRunBefore() throws Exception {
    Files.writeString(folder.resolve("part.log"), "before");

    logs().startAfresh(List.of(part()));

    assertThat(folder.resolve("part.log")).doesNotExist();
    assertThat(folder.resolve("part.log.1")).hasContent("before");
  }

  @Test
  void setsAsideALogThatGrewTooLongAndLeavesAShortOne() throws Exception {
    var file = folder.resolve("part.log");
    Files.writeString(file, "short");
    logs().trim(List.of(part()));
    assertThat(file).hasContent("short");

    try (var log = new RandomAccessFile(file.toFile(), "rw")) {
      log.setLength((20L << 20) + 1);
    }
    logs().trim(List.of(part()));

    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("part.log.1")).hasSize((20L << 20) + 1);
  }

  private PartLogs logs() {
    return new PartLogs(folder);
  }

  private Part part() {
    return new ShellParts(folder).part("part", "true", ShellParts.RUNNING);
  }
}
