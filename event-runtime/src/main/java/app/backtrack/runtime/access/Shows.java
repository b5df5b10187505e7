package app.backtrack.runtime.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares whose data an operation shows. Left out, reading below {@code {patientId}} shows the patient in the path,
 * and PUT and DELETE there what was written; every other operation has to say it, or it is answered with 500.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {
    /** Whose data it shows. */
    Shown value();
}
