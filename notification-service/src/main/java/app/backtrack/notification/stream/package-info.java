/** Tells open browsers that an inbox changed. */
@NullMarked
package app.backtrack.notification.stream;

import org.jspecify.annotations.NullMarked;
