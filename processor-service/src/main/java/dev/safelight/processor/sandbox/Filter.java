package dev.safelight.processor.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for the kernel that judges each system call (seccomp, classic BPF). A rule is a test of
 * the call's number and, behind it, the judgement; so no rule jumps further than over itself.
 */
final class Filter {

  /** Results of a program, from linux/seccomp.h; an error is or-ed with its number. */
  private static final int ALLOW = 0x7FFF0000;

  private static final int ERROR = 0x00050000;
  private static final int KILL_PROCESS = 0x80000000;
  static final int EPERM = 1;
  static final int ENOSYS = 38;

  /** Instructions, from linux/bpf_common.h: load a word, compare, test bits, end. */
  private static final int LOAD = 0x20;

  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_ANY_BIT = 0x45;
  private static final int END = 0x06;

  /** Offsets in struct seccomp_data, of linux/seccomp.h. */
  private static final int NUMBER = 0;

  private static final int ARCHITECTURE = 4;
  private static final int ARGUMENTS = 16;

  private static final int INSTRUCTION_BYTES = 8;

  private final List<Long> instructions = new ArrayList<>();
  private final Architecture architecture;

  /** Ends whoever calls by the conventions of another architecture, whose numbers are others. */
  Filter(Architecture architecture) {
    this.architecture = architecture;
    add(LOAD, 0, 0, ARCHITECTURE);
    add(IF_EQUAL, 1, 0, architecture.audit());
    add(END, 0, 0, KILL_PROCESS);
    add(LOAD, 0, 0, NUMBER);
  }

  /** Says of calls from this number on that they do not exist. */
  Filter unknownFrom(int number) {
    add(IF_AT_LEAST, 0, 1, number);
    return end(ERROR | ENOSYS);
  }

  /** Refuses a call whatever its arguments. */
  Filter refuse(SystemCalls call, int error) {
    if (call.number(architecture) >= 0) {
      add(IF_EQUAL, 0, 1, call.number(architecture));
      end(ERROR | error);
    }
    return this;
  }

  /** Allows a call if any of these bits of an argument is set, and refuses it otherwise. */
  Filter allowIfAny(SystemCalls call, int argument, int bits) {
    return onBits(call, argument, bits, ALLOW, ERROR | EPERM);
  }

  /** Refuses a call if any of these bits of an argument is set, and allows it otherwise. */
  Filter refuseIfAny(SystemCalls call, int argument, int bits) {
    return onBits(call, argument, bits, ERROR | EPERM, ALLOW);
  }

  /** Allows a call if the lower half of an argument has this value, and refuses it otherwise. */
  Filter allowIfEqual(SystemCalls call, int argument, int value) {
    return on(call, argument, IF_EQUAL, value, ALLOW, ERROR | EPERM);
  }

  /** Refuses a call if the lower half of an argument has this value, and allows it otherwise. */
  Filter refuseIfEqual(SystemCalls call, int argument, int value) {
    return on(call, argument, IF_EQUAL, value, ERROR | EPERM, ALLOW);
  }

  private Filter onBits(SystemCalls call, int argument, int bits, int then, int otherwise) {
    return on(call, argument, IF_ANY_BIT, bits, then, otherwise);
  }

  private Filter on(
      SystemCalls call, int argument, int test, int operand, int then, int otherwise) {
    if (call.number(architecture) >= 0) {
      add(IF_EQUAL, 0, 4, call.number(architecture));
      add(LOAD, 0, 0, ARGUMENTS + argument * Long.BYTES);
      add(test, 0, 1, operand);
      end(then);
      end(otherwise);
    }
    return this;
  }

  /** The program, which allows what no rule judged; kept by the arena. */
  MemorySegment program(Arena arena) {
    end(ALLOW);
    var code = arena.allocate((long) instructions.size() * INSTRUCTION_BYTES, Long.BYTES);
    for (int i = 0; i < instructions.size(); i++) {
      code.setAtIndex(ValueLayout.JAVA_LONG, i, instructions.get(i));
    }
    var program = arena.allocate(2 * Long.BYTES, Long.BYTES);
    program.set(ValueLayout.JAVA_SHORT, 0, (short) instructions.size());
    program.set(ValueLayout.ADDRESS, Long.BYTES, code);
    return program;
  }

  private Filter end(int result) {
    add(END, 0, 0, result);
    return this;
  }

  /** struct sock_filter: 16 bits of code, two jumps of 8 bits, 32 bits of operand. */
  private void add(int code, int jumpIf, int jumpElse, int operand) {
    instructions.add(
        code | (long) jumpIf << 16 | (long) jumpElse << 24 | Integer.toUnsignedLong(operand) << 32);
  }
}
