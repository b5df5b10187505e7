/** Refusals, in the form that the services give theirs. */
@NullMarked
package app.backtrack.web.answer;

import org.jspecify.annotations.NullMarked;
