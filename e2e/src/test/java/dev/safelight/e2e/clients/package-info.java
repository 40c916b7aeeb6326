/** Programs of other people that upload. */
package dev.safelight.e2e.clients;
