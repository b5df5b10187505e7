/** A whole plan as somebody writes it: what in it cannot be, what its prescriber should know, and what blocks it. */
@NullMarked
package app.backtrack.program.plan;

import org.jspecify.annotations.NullMarked;
