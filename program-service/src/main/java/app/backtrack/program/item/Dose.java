package app.backtrack.program.item;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Asks that a dose lies within bounds and does not end below its beginning; one that is not stated is fine. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = Dose.Validator.class)
public @interface Dose {

    /** The largest dose that makes sense; the smallest is 1. */
    int max();

    /** What is said where it does not hold. */
    String message() default "min must be at least 1, and max from min to {max}";

    /** As Bean Validation asks. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks. */
    Class<? extends Payload>[] payload() default {};

    /** Checks doses. */
    final class Validator implements ConstraintValidator<Dose, Span> {
        private int max;

        @Override
        public void initialize(Dose dose) {
            max = dose.max();
        }

        @Override
        public boolean isValid(@Nullable Span span, ConstraintValidatorContext context) {
            return span == null || (span.min() >= 1 && span.min() <= span.max() && span.max() <= max);
        }
    }
}
