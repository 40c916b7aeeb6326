/** The stack under test: how it is started, hurt, and asked what went wrong. */
package dev.safelight.e2e.stack;
