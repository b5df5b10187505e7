/** How much of what was due was done: three states against the plan in force on each day. */
@NullMarked
package app.backtrack.tracking.adherence;

import org.jspecify.annotations.NullMarked;
