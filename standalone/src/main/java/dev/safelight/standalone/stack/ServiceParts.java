package dev.safelight.standalone.stack;

import dev.safelight.standalone.signin.SignIn;
import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.supervisor.Part;
import dev.safelight.standalone.supervisor.Readiness;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Our own services and the provider that signs people in: all of them JVMs that answer HTTP. */
final class ServiceParts {

  private static final String READY = "/actuator/health/readiness";

  private final Machine machine;
  private final Addresses addresses;

  /** Names of the parts that everything here but sign-in and gateway needs. */
  private final Set<String> stores;

  ServiceParts(Machine machine, Addresses addresses, Set<String> stores) {
    this.machine = machine;
    this.addresses = addresses;
    this.stores = stores;
  }

  List<Part> parts(Set<String> scannerEngine) {
    return List.of(
        service("ingest", Port.INGEST, 256, ingest(), stores),
        service("scanner", Port.SCANNER, 160, scanner(), union(stores, scannerEngine)),
        processor(),
        service("metadata", Port.METADATA, 256, metadata(), stores),
        gateway());
  }

  Part signIn() {
    var ports = machine.settings().ports();
    var environment = new HashMap<>(listen(Port.SIGN_IN));
    environment.put("SAFELIGHT_SIGNIN_ISSUER", addresses.issuer());
    environment.put("SAFELIGHT_SIGNIN_ORIGIN", "http://127.0.0.1:" + ports.of(Port.GATEWAY));
    environment.put("SAFELIGHT_SIGNIN_SECRETS", machine.state().folder("secrets").toString());
    return new Part(
        "sign-in",
        machine.jvm().mainClass(SignIn.class, 128, JvmPart.QUICK),
        environment,
        answering(Port.SIGN_IN, "/.well-known/openid-configuration"),
        Set.of());
  }

  private Part service(
      String name, Port port, int heap, Map<String, String> own, Set<String> needs) {
    var environment = new HashMap<>(listen(port));
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
    environment.put("SAFELIGHT_OIDC_ISSUER", addresses.issuer());
    environment.putAll(s3(name));
    environment.putAll(own);
    var options = port == Port.PROCESSOR ? JvmPart.DEVELOPING : JvmPart.PATIENT;
    var command = machine.jvm().service(name + "-service", heap, options);
    return new Part(name, command, environment, answering(port, READY), needs);
  }

  private Map<String, String> s3(String service) {
    var outside = machine.settings().outside().s3();
    var pair = machine.secrets().s3(service);
    return Map.of(
        "SAFELIGHT_S3_ENDPOINT", addresses.s3(),
        "SAFELIGHT_S3_ACCESS_KEY", outside == null ? pair.accessKey() : outside.accessKey(),
        "SAFELIGHT_S3_SECRET_KEY", outside == null ? pair.secretKey() : outside.secretKey());
  }

  private Map<String, String> ingest() {
    var environment = new HashMap<String, String>();
    environment.put("SAFELIGHT_INGEST_CATALOG_URL", urlOf(Port.METADATA));
    environment.put("SPRING_MONGODB_URI", addresses.mongodb());
    var outside = machine.settings().outside().s3();
    if (outside != null && outside.publicEndpoint() != null) {
      environment.put("SAFELIGHT_S3_PUBLIC_ENDPOINT", outside.publicEndpoint());
    }
    return environment;
  }

  private Map<String, String> scanner() {
    return Map.of(
        "SAFELIGHT_SCANNER_CLAMD_HOST", addresses.clamd().host(),
        "SAFELIGHT_SCANNER_CLAMD_PORT", String.valueOf(addresses.clamd().port()));
  }

  /**
   * The heap is for originals of 64 MB and what is made of them, 128 MB, six at a time: one for
   * each partition. Pixels are in the memory of workers.
   */
  private Part processor() {
    return service("processor", Port.PROCESSOR, 1280, Map.of(), stores);
  }

  private Map<String, String> metadata() {
    var catalog = machine.settings().catalog();
    var uri = catalog == null ? addresses.mongodb() : addresses.mongodb(catalog);
    return Map.of("SPRING_MONGODB_URI", uri);
  }

  /** Metadata's other work, which ends by itself: the catalog made anew in an empty database. */
  Part rebuild(String database) {
    var command = new ArrayList<>(machine.jvm().service("metadata-service", 256, JvmPart.PATIENT));
    command.add("rebuild");
    var environment =
        Map.of(
            "SPRING_KAFKA_BOOTSTRAP_SERVERS",
            addresses.kafka(),
            "SPRING_MONGODB_URI",
            addresses.mongodb(database));
    return new Part("rebuild", command, environment, new Readiness.Listening(List.of()), stores);
  }

  /**
   * The public door opens last: who finds it open finds everything behind it. Nearly all of its
   * heap is for listeners, of whom metadata takes as many as its own heap bears.
   */
  private Part gateway() {
    var environment = new HashMap<>(listen(Port.GATEWAY));
    environment.put("SAFELIGHT_GATEWAY_INGEST_URL", urlOf(Port.INGEST));
    environment.put("SAFELIGHT_GATEWAY_METADATA_URL", urlOf(Port.METADATA));
    var origins = machine.settings().allowedOrigins();
    if (!origins.isEmpty()) {
      environment.put("SAFELIGHT_GATEWAY_ALLOWED_ORIGINS", String.join(",", origins));
    }
    return new Part(
        "gateway",
        machine.jvm().service("gateway", 384, JvmPart.QUICK),
        environment,
        answering(Port.GATEWAY, READY),
        Set.of("ingest", "metadata"));
  }

  private Map<String, String> listen(Port port) {
    return Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(machine.port(port)));
  }

  private Readiness answering(Port port, String path) {
    return new Readiness.Answering(URI.create(urlOf(port) + path));
  }

  private String urlOf(Port port) {
    return "http://127.0.0.1:" + machine.port(port);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
