/** The service as a whole, on a real broker, store and issuer. */
@NullMarked
package app.backtrack.tracking;

import org.jspecify.annotations.NullMarked;
