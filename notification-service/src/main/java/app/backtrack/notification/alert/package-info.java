/** Keeps one alert for each finding about a patient, and what clinicians decided about it. */
@NullMarked
package app.backtrack.notification.alert;

import org.jspecify.annotations.NullMarked;
