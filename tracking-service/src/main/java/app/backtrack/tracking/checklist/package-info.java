/** The weekly checklist of the catalog, evaluated week by week. */
@NullMarked
package app.backtrack.tracking.checklist;

import org.jspecify.annotations.NullMarked;
