/** What has changed between two versions of a plan. */
@NullMarked
package app.backtrack.program.diff;

import org.jspecify.annotations.NullMarked;
