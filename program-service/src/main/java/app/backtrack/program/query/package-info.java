/** Reading query parameters, and answering lists page by page. */
@NullMarked
package app.backtrack.program.query;

import org.jspecify.annotations.NullMarked;
