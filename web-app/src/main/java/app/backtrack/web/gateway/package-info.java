/** The way from the pages to the services, with the visitor's own token. */
@NullMarked
package app.backtrack.web.gateway;

import org.jspecify.annotations.NullMarked;
