package dev.forecourt.verifier.diff;

import static dev.forecourt.verifier.diff.Level.ATTENTION;
import static dev.forecourt.verifier.diff.Level.BREAKING;
import static dev.forecourt.verifier.diff.Level.HARMLESS;

import java.util.Locale;

/** Changes of what is no schema: level for HTTP, level for Java, what changed, what to do. */
enum OperationRule {
  CALLBACK_ADDED(ATTENTION, HARMLESS, "has the new callback {to}", "Answer it if you subscribe."),
  CALLBACK_REMOVED(BREAKING, BREAKING, "has the callback {from} no more", "Ask instead."),
  CALLBACK_STATUS_ADDED(HARMLESS, HARMLESS, "may be answered with {to}", ""),
  CALLBACK_STATUS_REMOVED(
      BREAKING, ATTENTION, "may not be answered with {from} any more", "Answer another status."),
  CLASS_ADDED(HARMLESS, HARMLESS, "is new", ""),
  CLASS_REMOVED(
      HARMLESS, BREAKING, "is gone, and its class in Java with it", "Use the class in its place."),
  CONTRACT_VERSION_CHANGED(HARMLESS, HARMLESS, "is of the version {to}, was {from}", ""),
  DOCUMENTATION_CHANGED(HARMLESS, HARMLESS, "has other words, examples or sources", ""),
  EXTENSION_CHANGED(
      ATTENTION, ATTENTION, "has another {to}", "No rule knows this key: decide what it means."),
  FAILURE_STATUS_ADDED(ATTENTION, HARMLESS, "may fail with {to}", "Handle that failure."),
  FAILURE_STATUS_REMOVED(
      ATTENTION,
      HARMLESS,
      "does not say any more that it fails with {from}",
      "Do not wait for it."),
  FIRST_SERVER_CHANGED(
      ATTENTION, ATTENTION, "calls {to} by default, was {from}", "Look which host you want."),
  IDEMPOTENT_ADDED(
      HARMLESS, ATTENTION, "is retried by the Java client now", "Look at the retries."),
  IDEMPOTENT_REMOVED(
      HARMLESS, ATTENTION, "is not retried by the Java client any more", "Handle its failures."),
  LINKS_CHANGED(ATTENTION, HARMLESS, "has other links", "Look whether you follow them."),
  MOCK_PORT_CHANGED(
      ATTENTION, ATTENTION, "is mocked on port {to}, was {from}", "Point local set-ups at it."),
  OPERATION_ADDED(HARMLESS, HARMLESS, "is new: {to}", ""),
  OPERATION_DEPRECATED(ATTENTION, ATTENTION, "is deprecated now", "Use what it names instead."),
  OPERATION_MOVED(
      BREAKING, HARMLESS, "is {to} now, was {from}", "Call the new address; the new client does."),
  OPERATION_NO_LONGER_DEPRECATED(HARMLESS, HARMLESS, "is not deprecated any more", ""),
  OPERATION_REMOVED(BREAKING, BREAKING, "is gone: {from}", "Do without it."),
  OPERATION_RENAMED(
      HARMLESS, BREAKING, "is called {to} now", "Call the method of that name in Java."),
  PAGING_ADDED(
      HARMLESS, BREAKING, "returns Pages in Java now", "Walk the pages in place of one answer."),
  PAGING_CHANGED(HARMLESS, BREAKING, "is paged in another way in Java: {to}", "Recompile; use it."),
  PAGING_REMOVED(
      HARMLESS, BREAKING, "returns one answer in Java, no longer Pages", "Ask for each page."),
  PARAMETERS_REORDERED(
      HARMLESS,
      BREAKING,
      "takes its arguments in Java as {to}, was {from}",
      "Swap the arguments; the compiler may not tell."),
  PATH_PARAMETER_RENAMED(HARMLESS, HARMLESS, "calls the value in its path {to}, was {from}", ""),
  RATE_LIMIT_ADDED(ATTENTION, ATTENTION, "takes at most {to}", "Keep below that."),
  RATE_LIMIT_LOWERED(BREAKING, ATTENTION, "takes at most {to}, before {from}", "Call less often."),
  RATE_LIMIT_RAISED(HARMLESS, HARMLESS, "takes at most {to}, before {from}", ""),
  RATE_LIMIT_REMOVED(
      HARMLESS, BREAKING, "states no limit any more", "The constant RATE_LIMIT is gone in Java."),
  REQUEST_BODY_ADDED(HARMLESS, BREAKING, "takes a body now", "Give the new argument in Java."),
  REQUEST_BODY_BECAME_OPTIONAL(HARMLESS, HARMLESS, "may be called without a body", ""),
  REQUEST_BODY_BECAME_REQUIRED(BREAKING, BREAKING, "needs its body now", "Send it always."),
  REQUEST_BODY_REMOVED(BREAKING, BREAKING, "takes no body any more", "Send none."),
  REQUEST_ENCODING_CHANGED(
      BREAKING, HARMLESS, "encodes fields of its form otherwise: {to}", "Send them so."),
  REQUEST_MEDIA_TYPE_ADDED(HARMLESS, HARMLESS, "takes {to} too", ""),
  REQUEST_MEDIA_TYPE_REMOVED(BREAKING, ATTENTION, "takes no {from} any more", "Send another type."),
  REQUEST_PARAMETER_ADDED(HARMLESS, HARMLESS, "is new", ""),
  REQUEST_PARAMETER_BECAME_OPTIONAL(
      HARMLESS,
      BREAKING,
      "is optional now",
      "In Java it moved from the arguments to the Query of the operation."),
  REQUEST_PARAMETER_BECAME_REQUIRED(
      BREAKING, BREAKING, "is required now", "Send it always; in Java it is an argument."),
  REQUEST_PARAMETER_EMPTY_ALLOWED(HARMLESS, HARMLESS, "may be empty now", ""),
  REQUEST_PARAMETER_EMPTY_REFUSED(BREAKING, BREAKING, "may not be empty any more", "Give a value."),
  REQUEST_PARAMETER_LOCATION_CHANGED(
      BREAKING, ATTENTION, "goes into the {to}, was in the {from}", "Send it there."),
  REQUEST_PARAMETER_REMOVED(BREAKING, BREAKING, "is gone", "Do without it."),
  REQUEST_PARAMETER_RESERVED_CHANGED(
      ATTENTION, HARMLESS, "encodes reserved characters otherwise now", "Look at what you send."),
  REQUEST_PARAMETER_STYLE_CHANGED(
      BREAKING, HARMLESS, "is written as {to}, was {from}", "Write it so; the new client does."),
  REQUIRED_REQUEST_BODY_ADDED(BREAKING, BREAKING, "needs a body now", "Send it."),
  REQUIRED_REQUEST_PARAMETER_ADDED(
      BREAKING, BREAKING, "is new and required", "Send it always; in Java it is an argument."),
  REQUIRED_RESPONSE_HEADER_REMOVED(BREAKING, ATTENTION, "is gone", "Do without it."),
  RESPONSE_BODY_ADDED(HARMLESS, ATTENTION, "has a body now", "In Java the method returns it."),
  RESPONSE_BODY_REMOVED(BREAKING, BREAKING, "has no body any more", "Do without it."),
  RESPONSE_HEADER_ADDED(HARMLESS, HARMLESS, "is new", ""),
  RESPONSE_HEADER_BECAME_OPTIONAL(
      BREAKING, ATTENTION, "may be missing now", "Handle that it is missing."),
  RESPONSE_HEADER_BECAME_REQUIRED(HARMLESS, HARMLESS, "is always there now", ""),
  RESPONSE_HEADER_REMOVED(ATTENTION, ATTENTION, "is gone; it was optional", "Do without it."),
  RESPONSE_MEDIA_TYPE_ADDED(
      ATTENTION, HARMLESS, "may be {to} too", "Say in Accept which one you read."),
  RESPONSE_MEDIA_TYPE_REMOVED(BREAKING, BREAKING, "is no {from} any more", "Read another type."),
  SECURITY_CHOICE_REMOVED(
      BREAKING,
      ATTENTION,
      "takes some credentials no more: {to}, was {from}",
      "Send one of those that are left."),
  SECURITY_REQUIREMENT_ADDED(
      BREAKING, BREAKING, "needs other credentials: {to}, was {from}", "Send those as well."),
  SECURITY_REQUIREMENT_REMOVED(
      HARMLESS,
      ATTENTION,
      "needs fewer credentials: {to}, was {from}",
      "Look at the builder in Java."),
  SECURITY_SCHEME_ADDED(HARMLESS, HARMLESS, "is a new kind of credential", ""),
  SECURITY_SCHEME_CHANGED(
      BREAKING, ATTENTION, "goes another way: {to}, was {from}", "Send the credential so."),
  SECURITY_SCHEME_REMOVED(
      HARMLESS, ATTENTION, "is a kind of credential no more", "Look at the builder in Java."),
  SECURITY_SCHEME_TYPE_CHANGED(
      BREAKING, BREAKING, "is of the type {to}, was {from}", "Ask the vendor for the new kind."),
  SECURITY_SCOPE_ADDED(BREAKING, ATTENTION, "needs the scope {to}", "Ask for that scope."),
  SECURITY_SCOPE_REMOVED(HARMLESS, HARMLESS, "needs the scope {from} no more", ""),
  SENDER_ADDRESS_ADDED(BREAKING, ATTENTION, "may come from {to} now", "Let it through firewalls."),
  SENDER_ADDRESS_REMOVED(
      HARMLESS, ATTENTION, "does not come from {from} any more", "The constants in Java changed."),
  SERVER_ADDED(HARMLESS, HARMLESS, "may be called at {to} too", ""),
  SERVER_REMOVED(
      BREAKING,
      ATTENTION,
      "is not served at {from} any more; now {to}",
      "Call the other host; in Java only if you gave a base URL."),
  SERVER_VARIABLE_CHANGED(
      ATTENTION, ATTENTION, "has other values in the address {to}", "Look at your base URL."),
  SIGNATURE_CHANGED(
      BREAKING,
      ATTENTION,
      "is signed otherwise: {to}, was {from}",
      "Sign so; the new client does."),
  SUCCESS_STATUS_ADDED(ATTENTION, HARMLESS, "may succeed with {to}", "Take it as success."),
  SUCCESS_STATUS_REMOVED(
      BREAKING, HARMLESS, "does not succeed with {from} any more", "Take the other as success."),
  TAG_ADDED(HARMLESS, HARMLESS, "stands under {to} too", ""),
  TAG_REMOVED(
      HARMLESS, BREAKING, "stands under {from} no more; now {to}", "In Java call {to} instead."),
  VENDOR_ADDED(HARMLESS, HARMLESS, "is a new contract", ""),
  VENDOR_REMOVED(BREAKING, BREAKING, "is gone, with all its operations", "Do without the vendor.");

  private final Level http;
  private final Level java;
  private final String sentence;
  private final String advice;

  OperationRule(Level http, Level java, String sentence, String advice) {
    this.http = http;
    this.java = java;
    this.sentence = sentence;
    this.advice = advice;
  }

  Rule rule() {
    return new Rule(
        name().toLowerCase(Locale.ROOT).replace('_', '-'), http, java, sentence, advice);
  }
}
