/** The pages themselves, and the headers that they are sent with. */
@NullMarked
package app.backtrack.web.page;

import org.jspecify.annotations.NullMarked;
