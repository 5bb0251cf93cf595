package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.trials.mutation.MutantList.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every mutant of a contract, in the order of the document. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> of(ObjectNode bundle) {
    MutantList mutants = new MutantList(new Usage(bundle));
    OperationMutants operations = new OperationMutants(mutants);
    SchemaMutants schemas = new SchemaMutants(mutants);
    Holder document = new Holder("", bundle);
    operations.paths(document.at("paths"));
    components(document, "parameters", operations::parameter);
    components(document, "responses", operations::response);
    components(document, "headers", header -> schemas.schema(header.at("schema")));
    components(document, "securitySchemes", operations::securityScheme);
    components(document, "schemas", schemas::schema);
    return mutants.all();
  }

  /** A sample that is spread evenly over all of them. */
  static List<Mutant> sample(List<Mutant> all, int limit) {
    if (all.size() <= limit) {
      return all;
    }
    List<Mutant> some = new ArrayList<>();
    for (int i = 0; i < limit; i++) {
      some.add(all.get((int) ((long) i * all.size() / limit)));
    }
    return some;
  }

  private static void components(Holder document, String kind, Consumer<Holder> each) {
    Holder all = new Holder("/components", (ObjectNode) document.node().path("components"));
    if (all.node().has(kind)) {
      List<String> names = new ArrayList<>();
      all.node().path(kind).fieldNames().forEachRemaining(names::add);
      names.forEach(name -> each.accept(all.at(kind).at(name)));
    }
  }
}
