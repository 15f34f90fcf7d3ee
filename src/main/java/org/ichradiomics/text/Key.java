package org.ichradiomics.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component of a record stands in its file, where {@link RecordForm} cannot tell it from the component. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

    /** The key; usually the component's name in snake_case. */
    String value() default "";

    /** Whether texts are cells of a table, where 3 without quotation marks is the text 3. */
    boolean cells() default false;

    /** Whether the key of a list, map or optional value must be there too. */
    boolean needed() default false;

    /** Whether the key must be there but may hold null: then a number is NaN, an optional value empty. */
    boolean nullable() default false;

    /** Whether the key is left out of the file where it holds the usual value: one that older files do not have. */
    boolean late() default false;

    /** Whether its object, or each object in it, is written on one line. */
    boolean line() default false;
}
