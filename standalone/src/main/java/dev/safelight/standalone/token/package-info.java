/**
 * {@code make token}: gets a bearer token the way a browser does, with the authorization code flow
 * and PKCE (RFC 6749, RFC 7636), so that there is no back door to keep shut.
 */
@NullMarked
package dev.safelight.standalone.token;

import org.jspecify.annotations.NullMarked;
