/** The exercises, stretches, practices, habits and checks to choose from: ours, and those of a clinic. */
@NullMarked
package app.backtrack.program.catalog;

import org.jspecify.annotations.NullMarked;
