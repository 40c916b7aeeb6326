/** A client of the HTTP API that knows what its documentation says, and nothing of the code. */
package dev.safelight.e2e.api;
