/** Reminds patients of what is due, at hours that they chose: once, in time, or not at all. */
@NullMarked
package app.backtrack.notification.reminder;

import org.jspecify.annotations.NullMarked;
