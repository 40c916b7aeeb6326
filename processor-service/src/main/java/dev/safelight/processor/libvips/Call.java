package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** One call of an operation: {@code int vips_name(required, ..., "option", value, ..., NULL)}. */
final class Call {

  private final Functions functions;
  private final Arena memory;
  private final List<Object> arguments = new ArrayList<>();
  private final List<MemorySegment> vectors = new ArrayList<>();

  Call(Functions functions, Arena memory) {
    this.functions = functions;
    this.memory = memory;
  }

  /** Adds what C takes as it is: a pointer, an integer, a number. */
  Call with(Object... values) {
    arguments.addAll(List.of(values));
    return this;
  }

  /** Calls the operation; results are where the pointers given before point to. */
  void run(String operation, Arguments given) {
    given.required().forEach(value -> arguments.add(required(value)));
    int fixed = arguments.size();
    try {
      given.options().forEach(this::addOption);
      if (functions.variadic("vips_" + operation, fixed, arguments) != 0) {
        throw functions.error();
      }
    } finally {
      vectors.forEach(vector -> functions.run("vips_area_unref", vector));
    }
  }

  private Object required(Object value) {
    return switch (value) {
      case double[] vector -> memory.allocateFrom(JAVA_DOUBLE, vector);
      case VipsImage image -> image.pointer();
      case String text -> memory.allocateFrom(text);
      default -> value;
    };
  }

  private void addOption(String name, Object value) {
    arguments.add(memory.allocateFrom(name));
    arguments.add(
        switch (value) {
          case String text -> memory.allocateFrom(text);
          case double[] vector -> vector(vector);
          default -> value;
        });
  }

  /** An option is a counted object of libvips, which it shares with us. */
  private MemorySegment vector(double[] values) {
    var copied = memory.allocateFrom(JAVA_DOUBLE, values);
    var vector = functions.pointer("vips_array_double_new", copied, values.length);
    vectors.add(vector);
    return vector;
  }
}
