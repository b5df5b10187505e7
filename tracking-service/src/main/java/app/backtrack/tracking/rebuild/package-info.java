/** Folding a projection anew beside the one that is read, comparing the two, and switching between them. */
@NullMarked
package app.backtrack.tracking.rebuild;

import org.jspecify.annotations.NullMarked;
