package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.webapi.Caller;

/** Callers in the words of the core. */
final class Viewers {

  /** Scope that is needed to see what is not public. */
  static final String READ = "images:read";

  /** Scope that is needed to delete. */
  static final String WRITE = "images:write";

  /** Role that is needed to decide what others see; administrators may, too. */
  static final String MODERATOR = "moderator";

  /** Role that is needed to administer. */
  static final String ADMIN = "admin";

  private Viewers() {}

  /** Without the scope for reading, a token shows no more than no token. */
  static Viewer reading(Caller caller) {
    return mayRead(caller) ? of(caller) : Viewer.ANONYMOUS;
  }

  /** Whoever the security rules let through to a change. */
  static Viewer writing(Caller caller) {
    return of(caller);
  }

  static boolean mayRead(Caller caller) {
    return !caller.isAnonymous() && caller.scopes().contains(READ);
  }

  private static Viewer of(Caller caller) {
    return new Viewer(caller.subject(), caller.admin(), caller.moderator());
  }
}
