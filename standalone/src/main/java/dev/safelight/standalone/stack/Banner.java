package dev.safelight.standalone.stack;

import dev.safelight.standalone.stack.Ports.Port;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads when everything runs: where to go, how to get in, what they are running.
 *
 * @param machine what it runs on
 * @param mongodbKind which MongoDB, when it is ours
 * @param clamAvWarning what is wrong with the virus signatures, if anything
 */
record Banner(Machine machine, String mongodbKind, Optional<String> clamAvWarning) {

  String text(double seconds) {
    return """

        Safelight is ready after %.1f s.

          open        http://127.0.0.1:%d
          token       make token              (make token USER=admin for an administrator)
        %s
          Kafka       %s
          MongoDB     %s
          S3          %s
          ClamAV      %s
        %s
          state       %s   (logs in logs/; delete the folder to begin anew)
          stop        Ctrl-C
        """
        .formatted(
            seconds,
            machine.port(Port.GATEWAY),
            signIn(),
            kafka(),
            mongodb(),
            s3(),
            clamAv(),
            warning(),
            machine.state().path());
  }

  private String signIn() {
    var issuer = machine.settings().outside().oidcIssuer();
    return issuer != null
        ? "  sign-in     outside, " + issuer + " (make token is for our own)\n"
        : "  sign-in     users demo and admin, passwords in %s/{demo,admin}-password\n"
            .formatted(machine.state().path().resolve("secrets"));
  }

  private String kafka() {
    return outsideOr(
        machine.settings().outside().kafka(),
        "embedded, one real broker on 127.0.0.1:" + machine.port(Port.KAFKA));
  }

  private String mongodb() {
    var outside = machine.settings().outside().mongodb();
    var ours = mongodbKind + ", on 127.0.0.1:" + machine.port(Port.MONGODB);
    return outside != null
        ? "outside (MONGODB_URI)" // may hold a password
        : mongodbKind.equals("embedded")
            ? ours + "; it scans: for trying out, not for volume"
            : ours;
  }

  private String s3() {
    var outside = machine.settings().outside().s3();
    return outsideOr(
        outside == null ? null : outside.endpoint(),
        "embedded, plain files, on 127.0.0.1:" + machine.port(Port.S3));
  }

  private String clamAv() {
    var outside = machine.settings().outside().clamd();
    return outsideOr(
        outside == null ? null : outside.host() + ":" + outside.port(),
        "clamd of this machine, on 127.0.0.1:" + machine.port(Port.CLAMD));
  }

  private static String outsideOr(@Nullable String outside, String ours) {
    return outside == null ? ours : "outside, " + outside;
  }

  private String warning() {
    return clamAvWarning
        .map(
            why ->
                """

                  ###  NO VIRUS SIGNATURES: only the EICAR test file is recognised as infected,
                  ###  and every real virus passes as clean. Why: %s.
                """
                    .formatted(why))
        .orElse("");
  }
}
