/** Places at which tests let a process end; off outside local mode. */
@NullMarked
package app.backtrack.runtime.fault;

import org.jspecify.annotations.NullMarked;
