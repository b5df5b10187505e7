/** Parts and services of a local system as child processes: start, readiness, signals, end. Process handling only. */
@NullMarked
package app.backtrack.testkit.parts;

import org.jspecify.annotations.NullMarked;
