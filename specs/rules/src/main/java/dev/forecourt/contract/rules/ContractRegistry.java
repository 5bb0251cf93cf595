package dev.forecourt.contract.rules;

import com.networknt.schema.SchemaRegistryConfig;
import dev.forecourt.contract.patterns.EcmaPattern;
import java.util.regex.Pattern;

/** How JSON schemas of contracts are read by the validator: patterns mean what ECMA-262 says. */
public final class ContractRegistry {

  private ContractRegistry() {}

  /** Settings for a registry of contracts; add to them what else is needed. */
  public static SchemaRegistryConfig.Builder config() {
    return SchemaRegistryConfig.builder()
        .regularExpressionFactory(
            pattern -> {
              Pattern java = EcmaPattern.compile(pattern);
              return text -> java.matcher(text).find();
            });
  }
}
