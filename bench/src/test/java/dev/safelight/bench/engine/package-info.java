@NullMarked
package dev.safelight.bench.engine;

import org.jspecify.annotations.NullMarked;
