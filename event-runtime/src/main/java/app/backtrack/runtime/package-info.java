/** What several parts of the runtime need. */
@NullMarked
package app.backtrack.runtime;

import org.jspecify.annotations.NullMarked;
