package matrix;

import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.LooseNumber;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A plain mapper of Jackson 3, as an application has one, reads and writes models. */
final class Jackson3Duties implements Duties {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  public void run(Report report) {
    report.duty("Jackson 3 keeps a model", Jackson3Duties::keepsModel);
    report.duty("Jackson 3 keeps a model in a map of lists", Jackson3Duties::keepsInside);
    report.duty("Jackson 3 makes a tree and back", Jackson3Duties::keepsAsTree);
    report.duty("Jackson 3 keeps values of ours", Jackson3Duties::keepsValues);
  }

  private static void keepsModel() throws Exception {
    Dealership read = MAPPER.readValue(OddDealership.JSON, Dealership.class);

    Report.same("9.40", read.grade().value().orElseThrow().toString());
    OddDealership.assertSame(OddDealership.JSON, MAPPER.writeValueAsString(read));
  }

  private static void keepsInside() throws Exception {
    String json = "{\"all\":[" + OddDealership.JSON + ",null]}";

    Map<String, List<Dealership>> read = MAPPER.readValue(json, new TypeReference<>() {});

    Report.same("Garage du Nord", read.get("all").get(0).title());
    OddDealership.assertSame(json, MAPPER.writeValueAsString(read));
  }

  private static void keepsAsTree() throws Exception {
    Dealership read = MAPPER.readValue(OddDealership.WITHOUT_ZEROS, Dealership.class);

    Dealership again = MAPPER.treeToValue(MAPPER.valueToTree(read), Dealership.class);

    Report.same(read, again);
  }

  private static void keepsValues() throws Exception {
    Report.same("\"9.40\"", MAPPER.writeValueAsString(MAPPER.readValue("\"9.40\"", LooseNumber.class)));
    Report.same("9.40", MAPPER.writeValueAsString(MAPPER.readValue("9.40", LooseNumber.class)));
    Report.same("[1.50,null]", MAPPER.writeValueAsString(MAPPER.readValue("[1.50,null]", Json.class)));
  }
}
