package dev.safelight.standalone.stack;

import dev.safelight.standalone.clamav.ClamAv;
import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.state.StartRefusedException;
import dev.safelight.standalone.supervisor.Part;
import dev.safelight.standalone.supervisor.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The virus scanner and its updater. There is no stack without a scanner. */
final class ClamAvParts {

  private final Machine machine;
  private final ClamAv clamAv;
  private final Path clamd;
  private final Optional<Path> freshclam;

  private ClamAvParts(Machine machine, Path clamd) {
    this.machine = machine;
    this.clamd = clamd;
    this.freshclam = machine.programs().find("freshclam");
    this.clamAv = new ClamAv(machine.state().folder("clamav"), machine.port(Port.CLAMD)).prepare();
  }

  /** Ours, or none when an outside one is used; refuses when there is neither. */
  static Optional<ClamAvParts> of(Machine machine) {
    if (machine.settings().outside().clamd() != null) {
      return Optional.empty();
    }
    var clamd =
        machine
            .programs()
            .find("clamd")
            .orElseThrow(
                () ->
                    new StartRefusedException(
                        "ClamAV is not installed, and nothing is published unscanned. Install it "
                            + "(apt-get install clamav-daemon clamav-freshclam, dnf install clamd "
                            + "clamav-update, brew install clamav), or set CLAMD_HOST."));
    return Optional.of(new ClamAvParts(machine, clamd));
  }

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    var listening = new Readiness.Listening(List.of(machine.port(Port.CLAMD)));
    parts.add(new Part("clamd", clamAv.clamdCommand(clamd), Map.of(), listening, Set.of()));
    freshclam.ifPresent(
        program ->
            parts.add(
                new Part(
                    "freshclam",
                    clamAv.freshclamCommand(program),
                    Map.of(),
                    new Readiness.Running(),
                    Set.of())));
    return parts;
  }

  /** What to warn of, if anything. */
  Optional<String> warning() {
    if (clamAv.hasRealSignatures()) {
      return Optional.empty();
    }
    return Optional.of(
        freshclam.isPresent()
            ? "freshclam has not fetched any yet; it keeps trying, see freshclam.log"
            : "freshclam is not installed, so nothing fetches them");
  }
}
