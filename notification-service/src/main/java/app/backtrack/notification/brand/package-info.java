/** Keeps how a clinic shows itself in what is sent for it. */
@NullMarked
package app.backtrack.notification.brand;

import org.jspecify.annotations.NullMarked;
