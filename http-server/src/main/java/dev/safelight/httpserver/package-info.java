/**
 * How our HTTP servers take leave of those they answer before they have heard them out. Works by
 * being on the class path.
 */
@NullMarked
package dev.safelight.httpserver;

import org.jspecify.annotations.NullMarked;
