/** Says in the log who was told of an alert, and who could not be. */
@NullMarked
package app.backtrack.notification.told;

import org.jspecify.annotations.NullMarked;
