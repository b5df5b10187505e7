/** Tests of the browser's front. */
@NullMarked
package app.backtrack.web.gateway;

import org.jspecify.annotations.NullMarked;
