/** Knows what clinics set, from the log alone. */
@NullMarked
package app.backtrack.tracking.settings;

import org.jspecify.annotations.NullMarked;
