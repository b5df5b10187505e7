/** Keeps where clinicians can be reached, and forgets it when asked. */
@NullMarked
package app.backtrack.notification.contact;

import org.jspecify.annotations.NullMarked;
