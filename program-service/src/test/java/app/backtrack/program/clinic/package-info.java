@NullMarked
package app.backtrack.program.clinic;

import org.jspecify.annotations.NullMarked;
