/**
 * The one public origin: routing, security headers, CORS, limits. No business in it, and nothing of
 * our other modules.
 */
@NullMarked
package dev.safelight.gateway;

import org.jspecify.annotations.NullMarked;
