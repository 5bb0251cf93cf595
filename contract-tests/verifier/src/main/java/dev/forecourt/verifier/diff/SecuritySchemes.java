package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Kinds of credentials, and how each goes over the wire. */
final class SecuritySchemes {
  private static final Set<String> KNOWN = Set.of("bearerFormat", "x-signature");

  private SecuritySchemes() {}

  static void compare(Changes changes) {
    Spot was = changes.before().root().to("components", "securitySchemes");
    Spot is = changes.after().root().to("components", "securitySchemes");
    was.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (is.node().has(name)) {
                scheme(changes, changes.before().scheme(name), changes.after().scheme(name));
              } else {
                add(
                    changes,
                    OperationRule.SECURITY_SCHEME_REMOVED,
                    was.to(name),
                    is.to(name),
                    "",
                    "");
              }
            });
    is.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!was.node().has(name)) {
                add(
                    changes,
                    OperationRule.SECURITY_SCHEME_ADDED,
                    was.to(name),
                    is.to(name),
                    "",
                    "");
              }
            });
  }

  private static void scheme(Changes changes, Spot was, Spot is) {
    if (!was.text("type").equals(is.text("type"))
        || !was.text("scheme").equalsIgnoreCase(is.text("scheme"))) {
      add(
          changes,
          OperationRule.SECURITY_SCHEME_TYPE_CHANGED,
          was,
          is,
          was.text("type") + " " + was.text("scheme"),
          is.text("type") + " " + is.text("scheme"));
      return;
    }
    if (!wire(was).equals(wire(is))) {
      add(changes, OperationRule.SECURITY_SCHEME_CHANGED, was, is, wire(was), wire(is));
    }
    JsonNode signed = was.node().path("x-signature");
    JsonNode signedNow = is.node().path("x-signature");
    boolean signedAlike = signature(signed).equals(signature(signedNow));
    if (!signedAlike) {
      add(
          changes,
          OperationRule.SIGNATURE_CHANGED,
          was,
          is,
          signature(signed),
          signature(signedNow));
    }
    others(changes, was, is, signedAlike);
  }

  private static void others(Changes changes, Spot was, Spot is, boolean signedAlike) {
    for (String key : keys(was, is)) {
      boolean told = key.equals("x-signature") && !signedAlike;
      boolean same = told || was.node().path(key).equals(is.node().path(key));
      boolean words = ExtensionComparison.WORDS.contains(key) || KNOWN.contains(key);
      if (!same && words) {
        add(changes, OperationRule.DOCUMENTATION_CHANGED, was, is, "", "");
      } else if (!same && key.startsWith("x-")) {
        add(changes, OperationRule.EXTENSION_CHANGED, was, is, "", key);
      }
    }
  }

  private static Set<String> keys(Spot was, Spot is) {
    Set<String> keys = new TreeSet<>();
    was.node().fieldNames().forEachRemaining(keys::add);
    is.node().fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String signature(JsonNode signature) {
    return signature.isMissingNode()
        ? "not at all"
        : "over %s with %s".formatted(signature.path("over"), signature.path("secret").asText());
  }

  /** How a credential goes over the wire; schemes of the same text are the same, whatever named. */
  static String wire(Spot scheme) {
    List<String> words = new ArrayList<>(List.of(scheme.text("type")));
    if (!scheme.text("scheme").isEmpty()) {
      words.add(scheme.text("scheme").toLowerCase(java.util.Locale.ROOT));
    }
    if (!scheme.text("name").isEmpty()) {
      boolean header = scheme.text("in").equals("header");
      words.add(scheme.text("in"));
      words.add(
          header ? scheme.text("name").toLowerCase(java.util.Locale.ROOT) : scheme.text("name"));
    }
    for (Spot flow : ContractTree.children(scheme.to("flows"))) {
      words.add(flow.pointer().substring(flow.pointer().lastIndexOf('/') + 1));
      for (String url : List.of("authorizationUrl", "tokenUrl", "refreshUrl")) {
        words.add(flow.text(url));
      }
    }
    words.add(scheme.text("openIdConnectUrl"));
    words.removeIf(String::isEmpty);
    return String.join(" ", words);
  }

  private static void add(
      Changes changes, OperationRule rule, Spot was, Spot is, String from, String to) {
    changes.add(rule.rule(), "", was, is, from, to);
  }
}
