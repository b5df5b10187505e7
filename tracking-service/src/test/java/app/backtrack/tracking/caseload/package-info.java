/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.caseload;

import org.jspecify.annotations.NullMarked;
