/**
 * What attackers send: requests that no HTTP client would, and files that are two things at once.
 */
package dev.safelight.e2e.hostile;
