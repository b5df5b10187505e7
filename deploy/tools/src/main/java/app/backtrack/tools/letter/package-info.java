/** Dead letters: list, show, put back, mend. */
@NullMarked
package app.backtrack.tools.letter;

import org.jspecify.annotations.NullMarked;
