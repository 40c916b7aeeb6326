package dev.safelight.processor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine's memory, native code included; 0 where Linux is not. */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";

  private ResidentMemory() {}

  /** Makes the present the peak, where the kernel allows it. */
  static void resetPeak() {
    try {
      if (Files.isWritable(PEAK)) {
        Files.writeString(PEAK, RESET_PEAK);
      }
    } catch (IOException e) {
      // Then the peak is that of all tests before, and the bound is a looser one.
    }
  }

  /** The most since the last reset. */
  static long peakBytes() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
