@NullMarked
package app.backtrack.program.identity;

import org.jspecify.annotations.NullMarked;
