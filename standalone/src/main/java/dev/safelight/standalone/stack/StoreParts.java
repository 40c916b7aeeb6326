package dev.safelight.standalone.stack;

import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.state.StartRefusedException;
import dev.safelight.standalone.stores.Stores;
import dev.safelight.standalone.supervisor.Part;
import dev.safelight.standalone.supervisor.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts that keep things: one process for the stores we bring along, one more for a {@code
 * mongod} of the machine.
 */
final class StoreParts {

  private static final String EMBEDDED_DATA = "mongodb";
  private static final String MONGOD_DATA = "mongod";

  private final Machine machine;
  private final Optional<Path> mongod;

  StoreParts(Machine machine) {
    this.machine = machine;
    this.mongod = ours(Port.MONGODB) ? mongod() : Optional.empty();
  }

  /** A mongod on the PATH; but whoever began with one kind of data keeps it. */
  private Optional<Path> mongod() {
    var installed = machine.programs().find("mongod");
    if (installed.isEmpty() && machine.state().has(MONGOD_DATA)) {
      throw new StartRefusedException(
          "The data in %s is a mongod's, and no mongod is on the PATH. Install it, or set MONGODB_URI."
              .formatted(machine.state().path().resolve(MONGOD_DATA)));
    }
    return installed.filter(program -> !machine.state().has(EMBEDDED_DATA));
  }

  /** What MongoDB is, for the banner. */
  String mongodbKind() {
    return mongod.map(program -> "mongod of this machine").orElse("embedded");
  }

  private boolean ours(Port port) {
    var outside = machine.settings().outside();
    return switch (port) {
      case KAFKA, KAFKA_CONTROLLER -> outside.kafka() == null;
      case S3 -> outside.s3() == null;
      case MONGODB -> outside.mongodb() == null;
      default -> false;
    };
  }

  /** The ports they will listen on. */
  Set<Port> ports() {
    var ports = EnumSet.of(Port.KAFKA, Port.KAFKA_CONTROLLER, Port.S3, Port.MONGODB);
    ports.removeIf(port -> !ours(port));
    return ports;
  }

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    var embedded = ports();
    if (mongod.isPresent()) {
      embedded.remove(Port.MONGODB);
      parts.add(mongodPart(mongod.get()));
    }
    if (!embedded.isEmpty()) {
      parts.add(stores(embedded));
    }
    return parts;
  }

  private Part stores(Set<Port> embedded) {
    var options = new ArrayList<>(JvmPart.PATIENT);
    options.add("-Dlogback.configurationFile=stores-logback.xml");
    var environment = new HashMap<String, String>();
    environment.put("STORES_HOME", machine.state().path().toString());
    environment.put("STORES_ORIGINS", String.join(",", origins()));
    for (var port : embedded) {
      var name = port == Port.KAFKA_CONTROLLER ? "CONTROLLER" : port.name();
      environment.put("STORES_" + name + "_PORT", String.valueOf(machine.port(port)));
    }
    return new Part(
        "stores",
        machine.jvm().mainClass(Stores.class, 1024, options),
        environment,
        new Readiness.Listening(embedded.stream().map(machine::port).toList()),
        Set.of());
  }

  /** Whose pages may send files to presigned addresses: the gateway's own, and those allowed. */
  private List<String> origins() {
    var gateway = machine.port(Port.GATEWAY);
    return Stream.concat(
            Stream.of("http://127.0.0.1:" + gateway, "http://localhost:" + gateway),
            machine.settings().allowedOrigins().stream())
        .toList();
  }

  private Part mongodPart(Path program) {
    var port = machine.port(Port.MONGODB);
    var command =
        List.of(
            program.toString(),
            "--dbpath",
            machine.state().folder(MONGOD_DATA).toString(),
            "--bind_ip",
            "127.0.0.1",
            "--port",
            String.valueOf(port));
    var readiness = new Readiness.Listening(List.of(port));
    return new Part("mongodb", command, java.util.Map.of(), readiness, Set.of());
  }
}
