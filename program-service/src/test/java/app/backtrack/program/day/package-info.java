/** Tests of the plan of the day. */
@NullMarked
package app.backtrack.program.day;

import org.jspecify.annotations.NullMarked;
