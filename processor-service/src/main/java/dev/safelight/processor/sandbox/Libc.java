package dev.safelight.processor.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Collections;

/** The few functions of the C library that are called here. */
@SuppressWarnings("restricted") // Calling native code is what this class is for.
final class Libc {

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  /** {@code long syscall(long number, ...)} with five more arguments, as many as we ever need. */
  private static final MethodHandle SYSCALL =
      handle(
          "syscall",
          FunctionDescriptor.of(
              JAVA_LONG, Collections.nCopies(6, JAVA_LONG).toArray(MemoryLayout[]::new)),
          Linker.Option.firstVariadicArg(1),
          ERRNO);

  private static final MethodHandle DUP =
      handle("dup", FunctionDescriptor.of(JAVA_INT, JAVA_INT), ERRNO);
  private static final MethodHandle DUP2 =
      handle("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), ERRNO);

  private Libc() {}

  /** A call into the kernel by its number, which is another one on each architecture. */
  static long syscall(long number, long... arguments) throws SystemCallException {
    var all = new long[5];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      long result =
          (long) SYSCALL.invokeExact(state, number, all[0], all[1], all[2], all[3], all[4]);
      return checked(result, state);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  static int dup(int descriptor) throws SystemCallException {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      return (int) checked((int) DUP.invokeExact(state, descriptor), state);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  static void dup2(int from, int to) throws SystemCallException {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      checked((int) DUP2.invokeExact(state, from, to), state);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static long checked(long result, MemorySegment state) throws SystemCallException {
    if (result < 0) {
      throw new SystemCallException((int) ERRNO_VALUE.get(state, 0L));
    }
    return result;
  }

  private static SystemCallException rethrown(Throwable failure) {
    if (failure instanceof SystemCallException refused) {
      return refused;
    }
    throw new IllegalStateException("The C library cannot be called", failure);
  }

  private static MethodHandle handle(
      String function, FunctionDescriptor descriptor, Linker.Option... options) {
    var address = LINKER.defaultLookup().findOrThrow(function);
    return LINKER.downcallHandle(address, descriptor, options);
  }
}
