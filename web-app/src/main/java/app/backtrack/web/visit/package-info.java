/** Who is visiting: signing in and out, and the answer to that question. */
@NullMarked
package app.backtrack.web.visit;

import org.jspecify.annotations.NullMarked;
