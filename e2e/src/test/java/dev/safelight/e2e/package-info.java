/**
 * Stories told from outside, on a stack that runs as {@code make run} runs it. Nothing is mocked,
 * and nothing is known here but the HTTP API, the events, and the folder of state.
 */
package dev.safelight.e2e;
