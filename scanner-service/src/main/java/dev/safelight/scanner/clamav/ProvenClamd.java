package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.Engine;
import dev.safelight.scanner.scan.ScannerUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The clamd whose word counts: one that passed {@link ClamdProof} and is still the same.
 *
 * <p>A new version, new signatures, any failure and the passing of time all call for a new proof.
 */
@Component
class ProvenClamd {

  private static final Logger log = LoggerFactory.getLogger(ProvenClamd.class);

  private record Proven(String version, Engine engine, Instant provenAt, Instant seenAt) {}

  private final ClamdClient client;
  private final ClamdProof proof;
  private final ClamdProperties settings;
  private final Clock clock;

  /** One proof at a time: the others wait for its outcome. */
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable Proven proven;

  ProvenClamd(ClamdClient client, ClamdProof proof, ClamdProperties settings, Clock clock) {
    this.client = client;
    this.proof = proof;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The proven engine; proves it first where that is due.
   *
   * @throws EngineUnfitException if clamd is there but fails the proof
   * @throws ScannerUnavailableException if clamd does not answer
   */
  Engine engine() {
    lock.lock();
    try {
      proven = confirmed(proven);
      return proven.engine();
    } catch (IOException e) {
      proven = null;
      throw new ScannerUnavailableException("clamd does not answer", e);
    } catch (EngineUnfitException e) {
      proven = null;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /** Whatever answers next has to prove itself anew. */
  void doubt() {
    lock.lock();
    try {
      proven = null;
    } finally {
      lock.unlock();
    }
  }

  private Proven confirmed(@Nullable Proven known) throws IOException {
    var now = clock.instant();
    if (known != null && now.isBefore(known.seenAt().plus(settings.versionCache()))) {
      return known;
    }
    var version = client.version();
    if (known != null
        && known.version().equals(version)
        && now.isBefore(known.provenAt().plus(settings.proofValidity()))) {
      return new Proven(version, known.engine(), known.provenAt(), now);
    }
    var engine = ClamdVersion.parse(version);
    proof.prove(engine);
    log.info("{} passed the proof", version);
    return new Proven(version, engine, now, now);
  }
}
