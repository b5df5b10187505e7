/** Tests of rehearsals. */
@NullMarked
package app.backtrack.tracking.rehearsal;

import org.jspecify.annotations.NullMarked;
