package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.ScannerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before any listener starts, has clamd prove itself. One that fails ends the service; one that is
 * away is proven before the first verdict.
 */
@Component
class ClamdStartCheck implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(ClamdStartCheck.class);

  private final ProvenClamd clamd;
  private final SignatureAge age;

  ClamdStartCheck(ProvenClamd clamd, SignatureAge age) {
    this.clamd = clamd;
    this.age = age;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      age.warning(clamd.engine()).ifPresent(warning -> log.warn("Beware: {}", warning));
    } catch (EngineUnfitException e) {
      throw e;
    } catch (ScannerUnavailableException e) {
      log.warn("clamd is away and waited for; no image is judged until then", e);
    }
  }
}
