/** Takes facts in, journals them, and says what they mean. */
@NullMarked
package app.backtrack.tracking;

import org.jspecify.annotations.NullMarked;
