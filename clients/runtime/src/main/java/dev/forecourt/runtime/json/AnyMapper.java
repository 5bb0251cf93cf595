package dev.forecourt.runtime.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import dev.forecourt.runtime.json.jackson2.Jackson2Reader;
import dev.forecourt.runtime.json.jackson2.Jackson2Writer;
import dev.forecourt.runtime.json.jackson3.Jackson3Reader;
import dev.forecourt.runtime.json.jackson3.Jackson3Writer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the mappers of Jackson 2 and of Jackson 3 to read and write a type by our adapters.
 *
 * <p>An annotation without members around those with members: javac warns of a member whose type is
 * not on the class path, and an application needs neither databind. The JVM ignores an annotation
 * that it cannot find.
 */
@com.fasterxml.jackson.databind.annotation.JsonDeserialize(using = Jackson2Reader.class)
@com.fasterxml.jackson.databind.annotation.JsonSerialize(using = Jackson2Writer.class)
@JacksonAnnotationsInside
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@tools.jackson.databind.annotation.JsonDeserialize(using = Jackson3Reader.class)
@tools.jackson.databind.annotation.JsonSerialize(using = Jackson3Writer.class)
@interface AnyMapper {}
