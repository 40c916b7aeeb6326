package dev.safelight.standalone.signin;

import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The one client: public, because neither a web page nor a command line can keep a secret, so it
 * proves itself by PKCE (RFC 7636). A command line gets its code on a loopback port of its choice
 * (RFC 8252).
 */
final class WebClientRegistration {

  static final String CLIENT_ID = "safelight-web";

  private WebClientRegistration() {}

  static RegisteredClient of(SignInSettings settings) {
    return RegisteredClient.withId(CLIENT_ID)
        .clientId(CLIENT_ID)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(settings.origin() + "/")
        .redirectUri("http://127.0.0.1/cli")
        .postLogoutRedirectUri(settings.origin() + "/")
        .scopes(scopes -> scopes.addAll(List.of("openid", "images:read", "images:write")))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(settings.tokenLife()).build())
        .build();
  }
}
