/** What the documents show, as it is printed there. */
package dev.safelight.e2e.documents;
