/** What holds for the whole system as people run it: its ways end to end, and what is left of them when parts fail. */
@NullMarked
package app.backtrack.local.endtoend;

import org.jspecify.annotations.NullMarked;
