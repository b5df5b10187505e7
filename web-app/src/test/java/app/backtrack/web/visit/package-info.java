/** Tests of the browser's front. */
@NullMarked
package app.backtrack.web.visit;

import org.jspecify.annotations.NullMarked;
