package matrix;

import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.LooseNumber;
import java.util.List;
import java.util.Map;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A plain mapper of Jackson 2, as an application has one, reads and writes models. */
final class Jackson2Duties implements Duties {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void run(Report report) {
    report.duty("Jackson 2 keeps a model", Jackson2Duties::keepsModel);
    report.duty("Jackson 2 keeps a model in a map of lists", Jackson2Duties::keepsInside);
    report.duty("Jackson 2 makes a tree and back", Jackson2Duties::keepsAsTree);
    report.duty("Jackson 2 keeps values of ours", Jackson2Duties::keepsValues);
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
