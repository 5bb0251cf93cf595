package dev.forecourt.verifier.diff;

import static dev.forecourt.verifier.diff.Level.ATTENTION;
import static dev.forecourt.verifier.diff.Level.BREAKING;
import static dev.forecourt.verifier.diff.Level.HARMLESS;

import java.util.Locale;

/**
 * Changes of a schema. What we send may not become narrower, what we read may not become wider; the
 * type in Java may not change at all. The table {@code Meaning} says which of these a rule is.
 */
enum SchemaRule {
  ACCESSOR_ADDED(Meaning.NOTHING, "has an accessor of its own in Java now", ""),
  ACCESSOR_REMOVED(
      Meaning.JAVA_ONLY,
      "has no accessor in Java any more: it is another spelling of `{to}`",
      "Call {to}() instead."),
  ADDITIONAL_PROPERTIES_ALLOWED(
      Meaning.HARDLY_WIDER, "may hold other members than the named ones now", "Skip unknown ones."),
  ADDITIONAL_PROPERTIES_FORBIDDEN(
      Meaning.NARROWER, "takes the named members only now", "Send no others."),
  ADDITIONAL_PROPERTIES_NOT_MENTIONED(
      Meaning.HARDLY_NARROWER,
      "does not say any more that it takes other members",
      "Send the named members only."),
  ADDITIONAL_PROPERTIES_TYPED(
      Meaning.NARROWER_TYPE,
      "has a schema for its other members now",
      "Send and read them as it says."),
  ADDITIONAL_PROPERTIES_UNTYPED(
      Meaning.WIDER_TYPE,
      "has no schema for its other members any more",
      "Expect any value in them."),
  ALIAS_ADDED(Meaning.NOTHING, "may also be spelled {to}", ""),
  ALIAS_REMOVED(
      Meaning.JAVA_LOOKS,
      "is not read under the spelling {from} any more",
      "Look whether it still arrives so."),
  ALTERNATIVE_ADDED(
      Meaning.WIDER_LOOKS, "may also be {to} now", "Handle the new form where it is read."),
  ALTERNATIVE_REMOVED(
      Meaning.NARROWER_LOOKS, "may not be {from} any more", "Use one of the other forms."),
  ALTERNATIVES_ADDED(
      Meaning.NARROWER, "has to fit one of these now: {to}", "Send what fits one of them."),
  ALTERNATIVES_REMOVED(
      Meaning.WIDER,
      "need not fit one of these any more: {from}",
      "Do not rely on what they demanded."),
  BARE_VALUE_ADDED(
      Meaning.WIDER_BUT_JAVA,
      "may arrive as a scalar that means `{to}` now",
      "Read a scalar as that property."),
  BARE_VALUE_REMOVED(
      Meaning.JAVA_ONLY,
      "is an object always, no longer a scalar that means `{from}`",
      "The class is no BareModel any more."),
  BECAME_NOT_NULLABLE(
      Meaning.NARROWER, "may not be null any more", "Send a value, or leave it out."),
  BECAME_NULLABLE(Meaning.WIDER, "may be null now", "Handle null."),
  BECAME_READ_ONLY(Meaning.NARROWER, "is for answers only now", "Send it no more."),
  BECAME_WRITE_ONLY(Meaning.WIDER, "is for requests only now", "Do without it in answers."),
  BUILD_CHECKS_ADDED(
      Meaning.JAVA_SENT,
      "is checked by build() of the Java client now",
      "Set all that is required before build()."),
  BUILD_CHECKS_REMOVED(Meaning.NOTHING, "is not checked by build() any more", ""),
  BUILD_NEEDS_LESS(Meaning.NOTHING, "needs less for build(): {to} in place of {from}", ""),
  BUILD_NEEDS_MORE(
      Meaning.JAVA_SENT,
      "needs something else for build(): {to} in place of {from}",
      "Set that before build()."),
  CHECKED_LATER_CHANGED(
      Meaning.SENT_LOOKS,
      "is judged at another time: x-checked-later is {to}, was {from}",
      "Look for the refusal there; build() of the Java client follows."),
  CLASS_CHANGED(
      Meaning.JAVA_ONLY,
      "is the class {to} in Java, was {from}",
      "Import and use the other class."),
  DEFAULT_ADDED(
      Meaning.SENT_LOOKS, "means {to} if it is left out", "Say what you want if that is not it."),
  DEFAULT_CHANGED(
      Meaning.SENT_OTHER,
      "means {to} if it is left out, meant {from}",
      "Send {from} where you left it out, if you still want that."),
  DEFAULT_REMOVED(
      Meaning.SENT_OTHER,
      "does not mean {from} any more if it is left out",
      "Send {from} where you left it out."),
  DEPRECATED(Meaning.LOOKS, "is deprecated now", "Plan to do without it."),
  DISCRIMINATOR_ADDED(
      Meaning.JAVA_LOOKS_SENT_TOO,
      "is distinguished by the member `{to}` now",
      "Look at its class."),
  DISCRIMINATOR_MAPPING_ADDED(
      Meaning.WIDER, "has the new kind {to}", "Handle the new kind where it is read."),
  DISCRIMINATOR_MAPPING_CHANGED(
      Meaning.OTHER_TYPE, "means something else by {to}", "Send and read the new meaning."),
  DISCRIMINATOR_MAPPING_REMOVED(Meaning.NARROWER, "has the kind {from} no more", "Use another."),
  DISCRIMINATOR_PROPERTY_CHANGED(
      Meaning.OTHER_TYPE,
      "is distinguished by the member `{to}`, was by `{from}`",
      "Send and read the other member."),
  DISCRIMINATOR_REMOVED(
      Meaning.JAVA_LOOKS_SENT_TOO,
      "is not distinguished by the member `{from}` any more",
      "Look at its class."),
  DOCUMENTATION_CHANGED(Meaning.NOTHING, "has other words, examples or sources", ""),
  ENUM_ADDED(
      Meaning.NARROWER_TYPE,
      "is one of a list now: {to}",
      "Use listed values; in Java it is a class of its own."),
  ENUM_CLOSED(Meaning.NOTHING, "holds listed values only in answers", ""),
  ENUM_CONSTANTS_RENAMED(
      Meaning.JAVA_ONLY, "has other constants in Java: {to}, were {from}", "Use the new names."),
  ENUM_OPENED(
      Meaning.WIDER_BUT_JAVA,
      "may hold values in answers that are not listed",
      "Handle values that you do not know."),
  ENUM_REMOVED(
      Meaning.WIDER_TYPE,
      "is any value now, was one of {from}",
      "Handle other values; in Java it has another type."),
  ENUM_VALUE_ADDED(
      Meaning.WIDER_BUT_JAVA, "may be {to} now", "Handle the new value where it is read."),
  ENUM_VALUE_REMOVED(
      Meaning.NARROWER_TYPE,
      "may not be {from} any more",
      "Send another value; in Java the constant is gone."),
  EXTENSION_CHANGED(
      Meaning.LOOKS, "has another {to}", "No rule knows this key: decide what it means."),
  EXACTLY_ONE_DEMANDED(
      Meaning.NARROWER, "has to fit exactly one of its forms now", "Send what fits only one."),
  FILTER_OPERATOR_ADDED(Meaning.NOTHING, "takes the comparison {to} now", ""),
  FILTER_OPERATOR_REMOVED(
      Meaning.NARROWER, "takes the comparison {from} no more", "Filter in another way."),
  FORMAT_ADDED(
      Meaning.NARROWER_TYPE,
      "has the format {to} now",
      "Send that format; in Java it has another type."),
  FORMAT_CHANGED(
      Meaning.OTHER_TYPE,
      "has the format {to}, had {from}",
      "Send and read the new format; in Java it has another type."),
  FORMAT_REMOVED(
      Meaning.WIDER_TYPE,
      "has the format {from} no more",
      "Read any text or number; in Java it has another type."),
  FORMS_NARROWED(
      Meaning.NARROWER_LOOKS, "has fewer forms: {to}, had {from}", "Use the forms that are left."),
  FORMS_WIDENED(Meaning.WIDER_LOOKS, "has more forms: {to}, had {from}", "Read the new forms too."),
  INTEGER_RANGE_NARROWED(
      Meaning.NARROWER_TYPE, "is {to}, was {from}", "Send what fits; in Java it has another type."),
  INTEGER_RANGE_WIDENED(
      Meaning.WIDER_TYPE,
      "is {to}, was {from}",
      "Read larger numbers; in Java it has another type."),
  KEYWORD_CHANGED(
      Meaning.LOOKS, "has another {to}", "No rule knows this keyword: decide what it means."),
  MAX_ITEMS_LOWERED(Meaning.NARROWER, "has at most {to} items, before {from}", "Send fewer."),
  MAX_ITEMS_RAISED(Meaning.WIDER, "has at most {to} items, before {from}", "Read more."),
  MAX_LENGTH_LOWERED(
      Meaning.NARROWER, "has at most {to} characters, before {from}", "Send no longer text."),
  MAX_LENGTH_RAISED(
      Meaning.WIDER, "has at most {to} characters, before {from}", "Make room for longer text."),
  MAX_PROPERTIES_LOWERED(
      Meaning.NARROWER, "has at most {to} members, before {from}", "Send fewer."),
  MAX_PROPERTIES_RAISED(Meaning.WIDER, "has at most {to} members, before {from}", "Read more."),
  MAXIMUM_LOWERED(Meaning.NARROWER, "is at most {to}, before {from}", "Send no more than that."),
  MAXIMUM_RAISED(Meaning.WIDER, "is at most {to}, before {from}", "Expect larger numbers."),
  MIN_ITEMS_LOWERED(
      Meaning.WIDER, "has at least {to} items, before {from}", "Read fewer, or none."),
  MIN_ITEMS_RAISED(Meaning.NARROWER, "has at least {to} items, before {from}", "Send more."),
  MIN_LENGTH_LOWERED(
      Meaning.WIDER, "has at least {to} characters, before {from}", "Expect shorter text."),
  MIN_LENGTH_RAISED(
      Meaning.NARROWER, "has at least {to} characters, before {from}", "Send no shorter text."),
  MIN_PROPERTIES_LOWERED(Meaning.WIDER, "has at least {to} members, before {from}", "Read fewer."),
  MIN_PROPERTIES_RAISED(Meaning.NARROWER, "has at least {to} members, before {from}", "Send more."),
  MINIMUM_LOWERED(Meaning.WIDER, "is at least {to}, before {from}", "Expect smaller numbers."),
  MINIMUM_RAISED(Meaning.NARROWER, "is at least {to}, before {from}", "Send no less than that."),
  MULTIPLE_OF_CHANGED(
      Meaning.OTHER, "is a multiple of {to}, before of {from}", "Send and read such numbers."),
  MULTIPLE_OF_NARROWED(Meaning.NARROWER, "is a multiple of {to}, before of {from}", "Send such."),
  MULTIPLE_OF_WIDENED(Meaning.WIDER, "is a multiple of {to}, before of {from}", "Read others."),
  NO_LONGER_DEPRECATED(Meaning.NOTHING, "is not deprecated any more", ""),
  NO_LONGER_READ_ONLY(Meaning.NOTHING, "may be sent now", ""),
  NO_LONGER_WRITE_ONLY(Meaning.NOTHING, "arrives in answers now", ""),
  NOT_ADDED(Meaning.NARROWER, "may not be what `not` says now", "Send nothing of that."),
  NOT_CHANGED(Meaning.OTHER, "has another `not`", "Send and read what is still allowed."),
  NOT_REMOVED(Meaning.WIDER, "may be what `not` said before", "Expect that too."),
  OPEN_ENUM_REMOVED(
      Meaning.JAVA_ONLY,
      "is no list of values any more, was {from}",
      "In Java it has another type."),
  OPEN_ENUM_VALUE_ADDED(Meaning.NOTHING, "lists {to} now; others were always possible", ""),
  PATTERN_ADDED(Meaning.NARROWER, "has the pattern {to} now", "Send what fits it."),
  PATTERN_CHANGED(
      Meaning.OTHER, "has the pattern {to}, had {from}", "Send and read what fits the new one."),
  PATTERN_REMOVED(Meaning.WIDER, "has the pattern {from} no more", "Expect other text."),
  PROPERTY_ADDED(Meaning.NOTHING, "is new", ""),
  PROPERTY_BECAME_OPTIONAL(Meaning.WIDER, "is optional now", "Handle that it is missing."),
  PROPERTY_BECAME_REQUIRED(Meaning.NARROWER, "is required now", "Send it always."),
  PROPERTY_NO_LONGER_NAMED(
      Meaning.JAVA_LOOKS_SENT_TOO,
      "is not named any more; any member is taken",
      "Look whether it still means something; in Java its setter is gone."),
  PROPERTY_REMOVED(Meaning.OTHER_TYPE, "is gone", "Do without it."),
  REQUIRED_PROPERTY_ADDED(Meaning.NARROWER, "is new and required", "Send it always."),
  SET_BY_VENDOR_CHANGED(Meaning.NOTHING, "says otherwise whether the vendor sets it", ""),
  SEVERAL_MAY_FIT(
      Meaning.WIDER, "may fit several of its forms at once now", "Do not rely on one only."),
  SINGLE_OR_LIST_ADDED(
      Meaning.WIDER_BUT_JAVA, "may arrive as one element without a list now", "Read that as well."),
  SINGLE_OR_LIST_REMOVED(
      Meaning.JAVA_LOOKS, "is always a list now", "One element without a list is not read."),
  TEXT_FORMAT_ADDED(Meaning.NARROWER, "has the format {to} now", "Send that format."),
  TEXT_FORMAT_CHANGED(Meaning.OTHER, "has the format {to}, had {from}", "Send and read that."),
  TEXT_FORMAT_REMOVED(Meaning.WIDER, "has the format {from} no more", "Expect other text."),
  TYPE_CHANGED(
      Meaning.OTHER_TYPE, "is {to}, was {from}", "Send and read the new type; in Java too."),
  TYPE_NARROWED(
      Meaning.NARROWER_TYPE, "is {to}, was {from}", "Send that; in Java it has another type."),
  TYPE_WIDENED(
      Meaning.WIDER_TYPE, "is {to}, was {from}", "Read that too; in Java it has another type."),
  UNIQUE_ITEMS_ADDED(Meaning.NARROWER, "may not repeat an item now", "Send each once."),
  UNIQUE_ITEMS_REMOVED(Meaning.WIDER, "may repeat an item now", "Read repetitions."),
  WRAPPER_ADDED(Meaning.HARDLY_WIDER, "may stand in an object, under `{to}`", "Read that as well."),
  WRAPPER_REMOVED(
      Meaning.JAVA_LOOKS, "is not read from under `{from}` any more", "Look whether it comes so."),
  ZERO_TIME_ADDED(
      Meaning.HARDLY_WIDER,
      "may be 0001-01-01T00:00:00Z for not set now",
      "Read that as no time; the Java client does."),
  ZERO_TIME_REMOVED(Meaning.NOTHING, "is always a real time", "");

  /** Levels in what is sent, for HTTP and Java, then those in what is read. */
  private enum Meaning {
    NOTHING(HARMLESS, HARMLESS, HARMLESS, HARMLESS),
    LOOKS(ATTENTION, ATTENTION, ATTENTION, ATTENTION),
    SENT_LOOKS(ATTENTION, ATTENTION, HARMLESS, HARMLESS),
    SENT_OTHER(BREAKING, BREAKING, ATTENTION, ATTENTION),
    JAVA_LOOKS(HARMLESS, HARMLESS, HARMLESS, ATTENTION),
    JAVA_LOOKS_SENT_TOO(ATTENTION, BREAKING, ATTENTION, BREAKING),
    JAVA_ONLY(HARMLESS, BREAKING, HARMLESS, BREAKING),
    JAVA_SENT(HARMLESS, BREAKING, HARMLESS, HARMLESS),
    NARROWER(BREAKING, BREAKING, HARMLESS, HARMLESS),
    NARROWER_LOOKS(BREAKING, BREAKING, HARMLESS, ATTENTION),
    NARROWER_TYPE(BREAKING, BREAKING, HARMLESS, BREAKING),
    HARDLY_NARROWER(ATTENTION, ATTENTION, HARMLESS, HARMLESS),
    // accessors of the Java client are nullable, and it reads whatever comes
    WIDER(HARMLESS, HARMLESS, BREAKING, ATTENTION),
    WIDER_LOOKS(HARMLESS, ATTENTION, BREAKING, ATTENTION),
    WIDER_BUT_JAVA(HARMLESS, HARMLESS, BREAKING, HARMLESS),
    WIDER_TYPE(HARMLESS, BREAKING, BREAKING, BREAKING),
    HARDLY_WIDER(HARMLESS, HARMLESS, ATTENTION, HARMLESS),
    OTHER(BREAKING, BREAKING, BREAKING, ATTENTION),
    OTHER_TYPE(BREAKING, BREAKING, BREAKING, BREAKING);

    private final Level httpSent;
    private final Level javaSent;
    private final Level httpRead;
    private final Level javaRead;

    Meaning(Level httpSent, Level javaSent, Level httpRead, Level javaRead) {
      this.httpSent = httpSent;
      this.javaSent = javaSent;
      this.httpRead = httpRead;
      this.javaRead = javaRead;
    }
  }

  private final Meaning meaning;
  private final String sentence;
  private final String advice;

  SchemaRule(Meaning meaning, String sentence, String advice) {
    this.meaning = meaning;
    this.sentence = sentence;
    this.advice = advice;
  }

  /** The end of its rules' ids: {@code min-length-raised}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Rule at(CallPart part) {
    Level http = part.isSent() ? meaning.httpSent : meaning.httpRead;
    Level java = part.isSent() ? meaning.javaSent : meaning.javaRead;
    return new Rule(
        part.id() + "-" + id(),
        http,
        part.isTypedInJava() ? java : java.atMost(ATTENTION),
        sentence,
        advice);
  }
}
