/** Reaching the document store, and telling an outage from a bug. */
@NullMarked
package app.backtrack.runtime.store;

import org.jspecify.annotations.NullMarked;
