package dev.safelight.processor.libvips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shared library, and its functions by name. Those of GLib are found through it as well, for it
 * depends on them or contains them.
 */
@SuppressWarnings("restricted")
final class VipsLibrary {

  /** System property with the path of the library to use. */
  static final String PROPERTY = "safelight.vips.library";

  /** Environment variable with the path of the library to use, if the property is not set. */
  static final String VARIABLE = "VIPS_LIBRARY";

  /** Linux by the linker's own search, macOS likewise, then where Homebrew puts it. */
  private static final List<String> NAMES =
      List.of(
          "libvips.so.42",
          "libvips.42.dylib",
          "/opt/homebrew/lib/libvips.42.dylib",
          "/usr/local/lib/libvips.42.dylib",
          "/home/linuxbrew/.linuxbrew/lib/libvips.so.42");

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols;

  private VipsLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /**
   * The library that is named by property or environment, or else the first one that is installed.
   *
   * @throws VipsUnavailableException if there is none
   */
  static VipsLibrary find() {
    return configured().map(VipsLibrary::at).orElseGet(VipsLibrary::installed);
  }

  /**
   * The library in a file.
   *
   * @throws VipsUnavailableException if it is not there or cannot be loaded
   */
  static VipsLibrary at(Path file) {
    try {
      return new VipsLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
    } catch (IllegalArgumentException e) {
      throw new VipsUnavailableException("There is no libvips that can be loaded in " + file, e);
    }
  }

  private static Optional<Path> configured() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }

  private static VipsLibrary installed() {
    for (var name : NAMES) {
      try {
        return new VipsLibrary(SymbolLookup.libraryLookup(name, Arena.global()));
      } catch (IllegalArgumentException e) {
        // Not under this name; the next one may be there.
      }
    }
    throw new VipsUnavailableException("libvips is not installed; looked for " + NAMES);
  }

  /** A function that takes its arguments in an array; without a result if that is null. */
  MethodHandle function(String name, @Nullable MemoryLayout result, List<MemoryLayout> arguments) {
    return bind(name, result, arguments);
  }

  /** Likewise, with the arguments from {@code fixed} on being variadic. */
  MethodHandle variadic(String name, MemoryLayout result, List<MemoryLayout> arguments, int fixed) {
    return bind(name, result, arguments, Linker.Option.firstVariadicArg(fixed));
  }

  private MethodHandle bind(
      String name,
      @Nullable MemoryLayout result,
      List<MemoryLayout> arguments,
      Linker.Option... options) {
    var layouts = arguments.toArray(MemoryLayout[]::new);
    var descriptor =
        result == null
            ? FunctionDescriptor.ofVoid(layouts)
            : FunctionDescriptor.of(result, layouts);
    return linker
        .downcallHandle(address(name), descriptor, options)
        .asSpreader(Object[].class, layouts.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  private MemorySegment address(String name) {
    return symbols
        .find(name)
        .orElseThrow(
            () ->
                new VipsUnavailableException(
                    "This libvips is too old or not whole: it has no function " + name));
  }
}
