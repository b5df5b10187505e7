/** A patient's progress: the fold of journal and care into daily values, and what is read from it. */
@NullMarked
package app.backtrack.tracking.progress;

import org.jspecify.annotations.NullMarked;
