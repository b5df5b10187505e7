@NullMarked
package app.backtrack.tracking.care;

import org.jspecify.annotations.NullMarked;
