/** Tests of what clinics set. */
@NullMarked
package app.backtrack.tracking.settings;

import org.jspecify.annotations.NullMarked;
