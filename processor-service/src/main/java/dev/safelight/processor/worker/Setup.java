package dev.safelight.processor.worker;

import dev.safelight.processor.process.WatermarkImages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What a worker is started for.
 *
 * @param engine name of the engine, or {@code auto}
 * @param marks names of the images that may be laid over pictures; their contents are the blobs
 */
record Setup(String engine, List<String> marks) {

  static Message message(String engine, WatermarkImages marks) {
    var names = new ArrayList<String>();
    var contents = new ArrayList<byte[]>();
    marks
        .files()
        .forEach(
            (name, content) -> {
              names.add(name);
              contents.add(content);
            });
    return new Message(Message.Kind.SETUP, Json.write(new Setup(engine, names)), contents);
  }

  WatermarkImages images(List<byte[]> contents) {
    var files = new HashMap<String, byte[]>();
    for (int i = 0; i < marks.size(); i++) {
      files.put(marks.get(i), contents.get(i));
    }
    return new WatermarkImages(files);
  }
}
