package dev.safelight.scanner.clamav;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a refused start with what is wrong and what to do, in place of a stack trace. */
class EngineUnfitAnalyzer extends AbstractFailureAnalyzer<EngineUnfitException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EngineUnfitException cause) {
    return new FailureAnalysis(
        "The scanner does not start, because it could not trust its engine. " + cause.getMessage(),
        cause.remedy(),
        cause);
  }
}
