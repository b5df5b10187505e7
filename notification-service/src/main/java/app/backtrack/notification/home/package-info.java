/** Knows in which time zones patients live. */
@NullMarked
package app.backtrack.notification.home;

import org.jspecify.annotations.NullMarked;
