/**
 * Requests as JSON: what clients send, read strictly, and what events carry, which is the same with
 * every default said. One class for each kind of step.
 */
@NullMarked
package dev.safelight.recipe.json;

import org.jspecify.annotations.NullMarked;
