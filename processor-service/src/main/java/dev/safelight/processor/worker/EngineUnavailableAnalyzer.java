package dev.safelight.processor.worker;

import dev.safelight.processor.process.EngineUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a refused start with what is wrong and what to do, in place of a stack trace. */
class EngineUnavailableAnalyzer extends AbstractFailureAnalyzer<EngineUnavailableException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EngineUnavailableException cause) {
    return new FailureAnalysis(
        "The processor does not start, because it lacks its image engine. " + cause.getMessage(),
        "Install what is missing, or set safelight.processor.engine to auto.",
        cause);
  }
}
