package dev.safelight.standalone.token;

import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.stack.Settings;
import dev.safelight.standalone.state.StartRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main class behind {@code make token}: prints a bearer token for a user of a running stack, and
 * nothing else, on standard output.
 *
 * <p>The one argument is the user, {@code demo} when left out; the stack is found by the same
 * {@code SAFELIGHT_HOME} and {@code SAFELIGHT_PORT} it was started with. Complains on standard
 * error and exits with 1 when there is no token to be had.
 */
public final class TokenCommand {

  private TokenCommand() {}

  static void main(String[] arguments) {
    try {
      var user = arguments.length == 0 ? "demo" : arguments[0];
      System.out.println(token(Settings.from(System.getenv()), user));
    } catch (NoTokenException | StartRefusedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String token(Settings settings, String user) {
    if (settings.outside().oidcIssuer() != null) {
      throw new NoTokenException("OIDC_ISSUER is set: get the token from that provider.");
    }
    var issuer = URI.create("http://127.0.0.1:" + settings.ports().of(Port.SIGN_IN));
    return new CodeFlow(issuer).accessToken(user, password(settings.home(), user));
  }

  private static String password(Path home, String user) {
    var file = home.resolve("secrets").resolve(user + "-password");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new NoTokenException(
          "There is no password of \"%s\" in %s: the users are demo and admin, and the first make run makes them."
              .formatted(user, file.getParent()));
    }
  }
}
