/** Hands out a patient's or a clinic's data whole: events by line, and series for spreadsheets. */
@NullMarked
package app.backtrack.tracking.export;

import org.jspecify.annotations.NullMarked;
