/** Draws the pictures that the stories send, good and bad, and looks at those that come back. */
package dev.safelight.e2e.pictures;
