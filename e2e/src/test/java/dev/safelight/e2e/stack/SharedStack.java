package dev.safelight.e2e.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the stack for the first class that needs it, and shows its logs where a story fails. */
final class SharedStack implements ParameterResolver, TestWatcher {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SharedStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SafelightStack.class;
  }

  @Override
  public SafelightStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).stack();
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.err.println(
        "\n==== "
            + context.getDisplayName()
            + " failed; what the parts said last:\n"
            + LogTails.of(folder().resolve("home/logs")));
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .orFail();
  }

  private static Path folder() {
    return Path.of(
        System.getProperty("safelight.stack"), String.valueOf(ProcessHandle.current().pid()));
  }

  /** A stack that runs, or the reason why it doesn't, so that it is tried once only. */
  private record Running(SafelightStack stack, Throwable failure) implements AutoCloseable {

    static Running start() {
      var stack = new SafelightStack(folder());
      try {
        say("ready after", stack.start());
        return new Running(stack, null);
      } catch (RuntimeException | AssertionError e) {
        return new Running(stack, e);
      }
    }

    Running orFail() {
      if (failure != null) {
        throw new IllegalStateException("The stack did not start", failure);
      }
      return this;
    }

    private static void say(String what, Duration time) {
      System.out.printf(Locale.ROOT, "The stack is %s %.1f s%n", what, time.toMillis() / 1000.0);
    }

    @Override
    public void close() {
      stack.close();
    }
  }
}
