/** Outcomes of a clinic: how many patients have less pain by which program week, and of how many nobody can tell. */
@NullMarked
package app.backtrack.tracking.outcome;

import org.jspecify.annotations.NullMarked;
