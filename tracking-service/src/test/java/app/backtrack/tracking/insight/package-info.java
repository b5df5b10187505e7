/** Tests of the rules that raise insights. */
@NullMarked
package app.backtrack.tracking.insight;

import org.jspecify.annotations.NullMarked;
