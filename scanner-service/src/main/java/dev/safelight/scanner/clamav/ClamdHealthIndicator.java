package dev.safelight.scanner.clamav;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while there is a proven clamd. Old signatures are told but don't take the service down. */
@Component
class ClamdHealthIndicator extends AbstractHealthIndicator {

  private final ProvenClamd clamd;
  private final SignatureAge age;

  ClamdHealthIndicator(ProvenClamd clamd, SignatureAge age) {
    this.clamd = clamd;
    this.age = age;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var engine = clamd.engine();
    health
        .up()
        .withDetail("engine", engine.name())
        .withDetail("signatureVersion", engine.signatureVersion());
    if (engine.signaturesFrom() != null) {
      health.withDetail("signaturesFrom", engine.signaturesFrom());
    }
    age.warning(engine).ifPresent(warning -> health.withDetail("warning", warning));
  }
}
