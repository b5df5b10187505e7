/** Tests of adherence. */
@NullMarked
package app.backtrack.tracking.adherence;

import org.jspecify.annotations.NullMarked;
