package dev.safelight.standalone.stack;

import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.supervisor.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All parts of Safelight on this machine, with what they need prepared. */
public final class Stack {

  private final Machine machine;
  private final StoreParts stores;
  private final Optional<ClamAvParts> clamAv;
  private final boolean ownSignIn;

  private Stack(Machine machine) {
    this.machine = machine;
    this.stores = new StoreParts(machine);
    this.clamAv = ClamAvParts.of(machine);
    this.ownSignIn = machine.settings().outside().oidcIssuer() == null;
  }

  /** Makes the secrets and configurations that are missing; refuses what cannot work. */
  public static Stack prepare(Machine machine) {
    var stack = new Stack(machine);
    machine.settings().ports().requireFree(stack.ports());
    if (stack.ownSignIn) {
      machine.secrets().prepareSignIn();
    }
    return stack;
  }

  private Set<Port> ports() {
    var ports = EnumSet.of(Port.GATEWAY, Port.INGEST, Port.SCANNER, Port.PROCESSOR, Port.METADATA);
    ports.addAll(stores.ports());
    clamAv.ifPresent(ours -> ports.add(Port.CLAMD));
    if (ownSignIn) {
      ports.add(Port.SIGN_IN);
    }
    return ports;
  }

  /** What to run. */
  public List<Part> parts() {
    var keepers = stores.parts();
    var parts = new ArrayList<>(keepers);
    clamAv.ifPresent(ours -> parts.addAll(ours.parts()));
    var services = new ServiceParts(machine, Addresses.of(machine.settings()), names(keepers));
    if (ownSignIn) {
      parts.add(services.signIn());
    }
    parts.addAll(services.parts(clamAv.isPresent() ? Set.of("clamd") : Set.of()));
    return List.copyOf(parts);
  }

  /** Those of them that keep things, which is all that a rebuild needs. */
  public List<Part> stores() {
    return stores.parts();
  }

  /** What makes the catalog anew in this database, once, beside {@link #stores}. */
  public Part rebuild(String database) {
    return new ServiceParts(machine, Addresses.of(machine.settings()), names(stores.parts()))
        .rebuild(database);
  }

  private static Set<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What to tell the person when all of it runs; {@code seconds} is how long that took. */
  public String banner(double seconds) {
    return new Banner(machine, stores.mongodbKind(), clamAv.flatMap(ClamAvParts::warning))
        .text(seconds);
  }
}
