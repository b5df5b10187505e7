/** What tests over HTTP share: callers, and a reader of the log. */
@NullMarked
package app.backtrack.program.it;

import org.jspecify.annotations.NullMarked;
