package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A comparison for programs. */
public final class JsonOutput {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonOutput() {}

  public static String of(ContractDiff diff) {
    ObjectNode root = JSON.createObjectNode();
    root.put("right", diff.isRight());
    root.put("unjustified", diff.unjustified());
    root.put("brokenInteractions", diff.broken());
    ArrayNode vendors = root.putArray("vendors");
    diff.vendors().forEach(vendor -> vendor(vendor, vendors.addObject()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of our own cannot be written.", e);
    }
  }

  private static void vendor(VendorDiff vendor, ObjectNode out) {
    out.put("vendor", vendor.vendor());
    ArrayNode changes = out.putArray("changes");
    for (Change change : vendor.changes()) {
      ObjectNode each = changes.addObject();
      each.put("rule", change.rule().id());
      each.put("level", change.level().word());
      each.put("http", change.rule().http().word());
      each.put("java", change.rule().java().word());
      each.put("justified", vendor.justified().contains(change));
      each.put("subject", change.subject());
      each.put("place", "#" + change.place());
      ArrayNode operations = each.putArray("operations");
      change.operations().forEach(operations::add);
      each.put("text", TextOutput.headline(change));
      each.put("advice", change.advice());
    }
    ArrayNode interactions = out.putArray("interactions");
    for (BrokenInteraction broken : vendor.interactions()) {
      ObjectNode each = interactions.addObject();
      each.put("consumer", broken.consumer());
      each.put("interaction", broken.interaction());
      each.put("verdict", broken.waits() ? "needs the new contract" : "breaks");
      ArrayNode findings = each.putArray("findings");
      broken.findings().forEach(findings::add);
    }
  }
}
