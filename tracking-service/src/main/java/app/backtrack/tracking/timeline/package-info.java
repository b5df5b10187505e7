/**
 * What was said about a patient and decided for them, who said it and when: the timeline, and the events of a number.
 */
@NullMarked
package app.backtrack.tracking.timeline;

import org.jspecify.annotations.NullMarked;
