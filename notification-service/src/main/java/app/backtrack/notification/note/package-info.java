/** The patient's own inbox: what they were reminded of, and what went well. */
@NullMarked
package app.backtrack.notification.note;

import org.jspecify.annotations.NullMarked;
