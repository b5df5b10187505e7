/** Tests of the pain trend, with diaries written as one character a day. */
@NullMarked
package app.backtrack.tracking.trend;

import org.jspecify.annotations.NullMarked;
