package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** C functions by name, bound when they are first called, by the types of what they are given. */
final class Functions {

  private record Signature(
      String name, @Nullable MemoryLayout result, List<MemoryLayout> arguments, int fixed) {}

  private static final int NONE_VARIADIC = -1;

  private final VipsLibrary library;
  private final Map<Signature, MethodHandle> handles = new ConcurrentHashMap<>();

  Functions(VipsLibrary library) {
    this.library = library;
  }

  /** Calls {@code void name(...)}. */
  void run(String name, Object... arguments) {
    call(null, name, NONE_VARIADIC, arguments);
  }

  /** Calls {@code int name(...)}. */
  int integer(String name, Object... arguments) {
    return (int) call(JAVA_INT, name, NONE_VARIADIC, arguments);
  }

  /** Calls {@code long name(...)}; size_t and GType are such. */
  long number(String name, Object... arguments) {
    return (long) call(JAVA_LONG, name, NONE_VARIADIC, arguments);
  }

  /** Calls {@code void *name(...)}. */
  MemorySegment pointer(String name, Object... arguments) {
    return (MemorySegment) call(ADDRESS, name, NONE_VARIADIC, arguments);
  }

  /** Calls {@code int name(fixed, ...)}, with as many fixed arguments and a NULL at the end. */
  int variadic(String name, int fixed, List<Object> arguments) {
    var terminated = Stream.concat(arguments.stream(), Stream.of(MemorySegment.NULL)).toArray();
    return (int) call(JAVA_INT, name, fixed, terminated);
  }

  /** What went wrong last; libvips forgets it. */
  VipsException error() {
    var text = pointer("vips_error_buffer_copy");
    try {
      return new VipsException(Foreign.text(text).strip());
    } finally {
      run("g_free", text);
    }
  }

  private Object call(@Nullable MemoryLayout result, String name, int fixed, Object[] arguments) {
    var layouts = Stream.of(arguments).map(Functions::layout).toList();
    var handle = handles.computeIfAbsent(new Signature(name, result, layouts, fixed), this::bind);
    try {
      return (Object) handle.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("C throws nothing", e);
    }
  }

  private MethodHandle bind(Signature signature) {
    return signature.fixed() == NONE_VARIADIC
        ? library.function(signature.name(), signature.result(), signature.arguments())
        : library.variadic(signature.name(), JAVA_INT, signature.arguments(), signature.fixed());
  }

  private static MemoryLayout layout(Object argument) {
    return switch (argument) {
      case Integer i -> JAVA_INT;
      case Long l -> JAVA_LONG;
      case Double d -> JAVA_DOUBLE;
      case MemorySegment pointer -> ADDRESS;
      default -> throw new IllegalArgumentException("C has no such type: " + argument.getClass());
    };
  }
}
