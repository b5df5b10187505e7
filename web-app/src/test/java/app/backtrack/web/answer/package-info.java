/** Tests of the browser's front. */
@NullMarked
package app.backtrack.web.answer;

import org.jspecify.annotations.NullMarked;
