/** The embedded OIDC issuer: tokens for the accounts of one file, and for nobody else. */
@NullMarked
package app.backtrack.embedded.identity;

import org.jspecify.annotations.NullMarked;
