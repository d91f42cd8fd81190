package io.partnerledger.standing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One question to a view: about whom (null: everyone), when, and whether to explain. */
public record Asked(@Nullable String subject, At at, boolean explain) {

    /** Which of the parameters that every view takes this route does not, since they would change nothing. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Without {
        String[] value();
    }
}
