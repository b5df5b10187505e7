/** Who a pseudonym is: erasable, in no event, and with rules and versions of its own. */
@NullMarked
package app.backtrack.program.identity;

import org.jspecify.annotations.NullMarked;
