/** Knows what clinics decided about themselves. */
@NullMarked
package app.backtrack.notification.settings;

import org.jspecify.annotations.NullMarked;
