package dev.safelight.processor.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** The few functions of the C library that are called here. */
@SuppressWarnings("restricted") // Calling native code is what this class is for.
final class Libc {

  private static final Linker LINKER = Linker.nativeLinker();

  private Libc() {}

  /** A function of integers that gives an integer; -1 means that it failed. */
  static int call(String function, int... arguments) {
    var layouts = new MemoryLayout[arguments.length];
    Arrays.fill(layouts, JAVA_INT);
    var handle = handle(function, FunctionDescriptor.of(JAVA_INT, layouts));
    try {
      return (int) handle.invokeWithArguments(Arrays.stream(arguments).boxed().toArray());
    } catch (Throwable e) {
      throw new IllegalStateException(function + " cannot be called", e);
    }
  }

  private static MethodHandle handle(
      String function, FunctionDescriptor descriptor, Linker.Option... options) {
    var address = LINKER.defaultLookup().findOrThrow(function);
    return LINKER.downcallHandle(address, descriptor, options);
  }
}
