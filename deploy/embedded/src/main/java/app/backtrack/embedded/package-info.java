/** The embedded parts of a local system, each its own process on loopback: for trying, developing and testing only. */
@NullMarked
package app.backtrack.embedded;

import org.jspecify.annotations.NullMarked;
