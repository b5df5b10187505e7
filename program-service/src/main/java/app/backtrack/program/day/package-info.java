/** What is due for a patient on a day, and how often in a span of days. */
@NullMarked
package app.backtrack.program.day;

import org.jspecify.annotations.NullMarked;
