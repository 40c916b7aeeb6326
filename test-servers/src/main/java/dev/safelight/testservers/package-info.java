/** Real servers for tests, in the test's own JVM: S3 on the local disk and MongoDB in memory. */
@NullMarked
package dev.safelight.testservers;

import org.jspecify.annotations.NullMarked;
