package matrix;

import dev.forecourt.runtime.json.Json;

/** A dealership with all that a mapper could spoil, and how to see whether it did. */
public final class OddDealership {
  /**
   * Numbers as text and with their scale, a member that is false instead of a text, an explicit null,
   * members that no contract names, one of them large.
   */
  public static final String JSON =
      """
      {"id":1325,"title":"Garage du Nord","street":null,"coords":["48.26900",-1.11800],\
      "grade":"9.40","reviews":231,"social":{"facebook":6.70,"google":"7.90","pagesjaunes":false},\
      "brands":["BMW"],"bridge":{"title":"i'Car","code":"icar","params":{"code_dealer":"1268"}},\
      "new_member":{"deep":[1,2.50,null,true]},"large":12345678901234567890.10}""";

  /** The same without zeros at the end of numbers, which a tree of Jackson 2 drops by default. */
  public static final String WITHOUT_ZEROS =
      JSON.replace("-1.11800", "-1.118").replace("6.70", "6.75").replace("2.50", "2.25").replace(
          "890.10", "890.25");

  private OddDealership() {}

  /** Throws unless this is the same JSON, each member once. */
  public static void assertSame(String expected, String found) {
    Json parsed = Json.parse(found);
    Report.same(Json.parse(expected), parsed);
    Report.same(parsed.toString(), found.strip());
  }
}
