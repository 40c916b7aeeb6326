package dev.safelight.standalone.signin;

import java.util.List;

/**
 * A person who can sign in.
 *
 * @param id opaque and for ever: the {@code sub} of the tokens, the owner of the images
 * @param name what the person types, shown but never relied upon
 * @param password encoded
 * @param roles what the person may do beyond their own images
 */
record Account(String id, String name, String password, List<String> roles) {}
