/** Tests of the browser's front. */
@NullMarked
package app.backtrack.web;

import org.jspecify.annotations.NullMarked;
