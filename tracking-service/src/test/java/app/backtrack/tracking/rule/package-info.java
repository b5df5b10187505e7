/** Tests of the rules that raise insights. */
@NullMarked
package app.backtrack.tracking.rule;

import org.jspecify.annotations.NullMarked;
