/** The settings of sets and watermarks, which every service that knows of them shares. */
@NullMarked
package dev.safelight.recipe.settings;

import org.jspecify.annotations.NullMarked;
