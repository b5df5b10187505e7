/** The caseload: one row per patient, kept up to the progress, sorted by what wants a clinician first. */
@NullMarked
package app.backtrack.tracking.caseload;

import org.jspecify.annotations.NullMarked;
