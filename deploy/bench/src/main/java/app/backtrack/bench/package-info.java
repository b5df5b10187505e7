/** Measures of speed and thrift, each by a command. */
@NullMarked
package app.backtrack.bench;

import org.jspecify.annotations.NullMarked;
