/** The rules that raise insights, one class for each kind of sign; pure, and judged by the day. */
@NullMarked
package app.backtrack.tracking.rule;

import org.jspecify.annotations.NullMarked;
