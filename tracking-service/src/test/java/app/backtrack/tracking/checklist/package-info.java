/** Tests of the weekly checklist. */
@NullMarked
package app.backtrack.tracking.checklist;

import org.jspecify.annotations.NullMarked;
