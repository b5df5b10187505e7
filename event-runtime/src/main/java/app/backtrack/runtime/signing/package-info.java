/** Signing what others are to be able to check. */
@NullMarked
package app.backtrack.runtime.signing;

import org.jspecify.annotations.NullMarked;
