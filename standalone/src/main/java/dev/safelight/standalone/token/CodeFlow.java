package dev.safelight.standalone.token;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The authorization code flow with PKCE, with the person's password typed into the provider's form.
 */
final class CodeFlow {

  private static final String CLIENT = "safelight-web";
  private static final String SCOPE = "openid images:read images:write";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private final URI issuer;

  /**
   * The port is the client's choice (RFC 8252); nobody listens there, the code is taken on the way.
   */
  private final String redirect;

  CodeFlow(URI issuer) {
    this.issuer = issuer;
    this.redirect = "http://127.0.0.1:" + issuer.getPort() + "/cli";
  }

  /**
   * A fresh access token of this person.
   *
   * @throws NoTokenException when the provider does not answer or refuses
   */
  String accessToken(String user, String password) {
    var pkce = Pkce.fresh();
    try (var browser = new Browser()) {
      var question = question(pkce);
      locationOf(browser.get(question), "no login form");
      logIn(browser, user, password);
      return redeem(browser, codeIn(locationOf(browser.get(question), "no code")), pkce);
    }
  }

  private URI question(Pkce pkce) {
    var parameters =
        Map.of(
            "response_type",
            "code",
            "client_id",
            CLIENT,
            "scope",
            SCOPE,
            "redirect_uri",
            redirect,
            "code_challenge",
            pkce.challenge(),
            "code_challenge_method",
            "S256");
    return issuer.resolve("/oauth2/authorize?" + Browser.encode(parameters));
  }

  private void logIn(Browser browser, String user, String password) {
    var login = issuer.resolve("/login");
    var csrf = group(CSRF, browser.get(login).body(), "the login form is not as expected");
    var answer = browser.post(login, Map.of("username", user, "password", password, "_csrf", csrf));
    if (locationOf(answer, "the login form was refused").contains("/login?error")) {
      throw new NoTokenException("Sign-in refuses the password of " + user + ".");
    }
  }

  private static String codeIn(String location) {
    return URLDecoder.decode(
        group(CODE, location, "sign-in sent " + location), StandardCharsets.UTF_8);
  }

  private String redeem(Browser browser, String code, Pkce pkce) {
    var answer =
        browser.post(
            issuer.resolve("/oauth2/token"),
            Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", pkce.verifier()));
    return group(ACCESS_TOKEN, answer.body(), "the code was refused: " + answer.body());
  }

  private static String locationOf(HttpResponse<String> answer, String otherwise) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () ->
                new NoTokenException(
                    "Unexpected answer of sign-in: %s (%d)"
                        .formatted(otherwise, answer.statusCode())));
  }

  private static String group(Pattern pattern, String text, String otherwise) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new NoTokenException("Unexpected answer of sign-in: " + otherwise);
    }
    return found.group(1);
  }
}
