package dev.safelight.processor.worker;

import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.NotedEngine;
import dev.safelight.processor.process.WatermarkImages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What a worker is started for.
 *
 * @param engine name of the engine, or {@code auto}
 * @param marks names of the images that may be laid over pictures; their contents are the blobs
 * @param photoFacts whether it also reads what cameras noted
 * @param memoryBound bytes of memory that its process may write to
 */
record Setup(String engine, List<String> marks, boolean photoFacts, long memoryBound) {

  /** What a process maps and what it holds differ; the watchdog is exact, this is the last wall. */
  private static final long SLACK = 1L << 29;

  static Message message(WorkerProperties settings, WatermarkImages marks) {
    var names = new ArrayList<String>();
    var contents = new ArrayList<byte[]>();
    marks
        .files()
        .forEach(
            (name, content) -> {
              names.add(name);
              contents.add(content);
            });
    var setup =
        new Setup(
            settings.engine(),
            names,
            settings.photoFacts(),
            settings.memoryLimit().toBytes() + SLACK);
    return new Message(Message.Kind.SETUP, Json.write(setup), contents);
  }

  /**
   * Opens the engine that is wanted.
   *
   * @param contents of the images that may be laid over pictures
   * @throws dev.safelight.processor.process.EngineUnavailableException if it cannot work here
   */
  ImageEngine open(List<byte[]> contents) {
    var files = new HashMap<String, byte[]>();
    for (int i = 0; i < marks.size(); i++) {
      files.put(marks.get(i), contents.get(i));
    }
    return open(engine, new WatermarkImages(files), photoFacts);
  }

  static ImageEngine open(String engine, WatermarkImages marks, boolean photoFacts) {
    var opened = Engines.open(engine, marks);
    return photoFacts ? new NotedEngine(opened) : opened;
  }
}
