package dev.forecourt.verifier.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The report as one page that needs nothing else; its frame is {@code report.html}. */
final class HtmlReport {
  private final Report report;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Report report) {
    this.report = report;
  }

  static String of(Report report, History history) {
    HtmlReport page = new HtmlReport(report);
    page.summary();
    page.history(history);
    report.vendors().forEach(page::vendor);
    page.failedTests();
    page.legend();
    return frame()
        .replace("<!--made-->", escaped(report.made().replace("T", " ").replace("Z", " UTC")))
        .replace("<!--line-->", escaped(report.summary()))
        .replace("<!--report-->", page.html);
  }

  private void summary() {
    html.append("<table class=\"cells\"><thead><tr><th>Vendor</th>");
    for (Column column : Column.values()) {
      heading(column);
    }
    html.append("</tr></thead><tbody>\n");
    report
        .vendors()
        .forEach(
            (vendor, rows) -> {
              html.append("<tr><th scope=\"row\"><a href=\"#").append(vendor).append("\">");
              html.append(vendor)
                  .append("</a> <small>")
                  .append(rows.size())
                  .append("</small></th>");
              for (Column column : Column.values()) {
                total(vendor, column, rows.size());
              }
              html.append("</tr>\n");
            });
    html.append("</tbody></table>\n");
  }

  private void total(String vendor, Column column, int rows) {
    long green = report.count(vendor, column, Cell.State.PASSED);
    long red = report.count(vendor, column, Cell.State.FAILED);
    long part = report.count(vendor, column, Cell.State.PARTLY);
    long none = report.count(vendor, column, Cell.State.NONE);
    boolean ran = green + red + part > 0;
    Cell.State state =
        red > 0
            ? Cell.State.FAILED
            : !ran
                ? Cell.State.NOT_RUN
                : green + none == rows ? Cell.State.PASSED : Cell.State.PARTLY;
    String text =
        !ran ? "not run" : red > 0 ? red + " of " + rows + " red" : green + "/" + (rows - none);
    open(column, state);
    html.append(text).append("</td>");
  }

  private void vendor(String vendor, List<Row> rows) {
    html.append("<h2 id=\"").append(vendor).append("\">").append(vendor).append("</h2>\n");
    html.append("<table class=\"cells\"><thead><tr><th>Operation</th>");
    for (Column column : Column.values()) {
      heading(column);
    }
    html.append("</tr></thead><tbody>\n");
    for (int i = 0; i < rows.size(); i++) {
      row(vendor + "-" + i, rows.get(i));
    }
    html.append("</tbody></table>\n");
  }

  private void row(String id, Row row) {
    html.append("<tr><th scope=\"row\"><b>").append(escaped(row.name())).append("</b> <code>");
    html.append(escaped(row.call())).append("</code> <small>").append(escaped(row.source()));
    html.append("</small></th>");
    for (Column column : Column.values()) {
      Cell cell = Report.cell(row, column);
      open(column, cell.state());
      if (cell.messages().isEmpty()) {
        html.append(escaped(cell.text()));
      } else {
        html.append("<a href=\"#").append(id).append('-').append(column.name()).append("\">");
        html.append(escaped(cell.text())).append("</a>");
      }
      html.append("</td>");
    }
    html.append("</tr>\n");
    if (row.cells().values().stream().anyMatch(cell -> !cell.messages().isEmpty())) {
      html.append("<tr class=\"why\"><td colspan=\"").append(Column.values().length + 1);
      html.append("\">");
      row.cells().forEach((column, cell) -> why(id, column, cell));
      html.append("</td></tr>\n");
    }
  }

  /** A link to what stands inside of details opens them. */
  private void why(String id, Column column, Cell cell) {
    if (cell.messages().isEmpty()) {
      return;
    }
    String first = cell.messages().get(0).lines().findFirst().orElse("");
    html.append("<details class=\"").append(style(cell.state())).append("\"><summary>");
    html.append(column.title).append(": ").append(escaped(first)).append("</summary><pre id=\"");
    html.append(id).append('-').append(column.name()).append("\">");
    html.append(escaped(String.join("\n\n", cell.messages()))).append("</pre></details>");
  }

  private void history(History history) {
    if (history.runs().isEmpty()) {
      return;
    }
    html.append("<h2 id=\"history\">Earlier runs</h2>\n");
    changes("Turned red since the newest of them", history.turnedRed());
    changes("Mended since", history.mended());
    html.append("<table><thead><tr><th>Made</th><th scope=\"col\">Green</th>");
    html.append("<th scope=\"col\">Red</th><th scope=\"col\">In part</th>");
    html.append(
        "<th scope=\"col\">Not run</th><th scope=\"col\">Failed tests</th></tr></thead><tbody>");
    for (History.EarlierRun run : history.runs()) {
      html.append("\n<tr><th scope=\"row\">").append(escaped(run.made())).append("</th>");
      for (Cell.State state :
          List.of(Cell.State.PASSED, Cell.State.FAILED, Cell.State.PARTLY, Cell.State.NOT_RUN)) {
        html.append("<td>").append(run.count(state)).append("</td>");
      }
      html.append("<td>").append(run.failedTests()).append("</td></tr>");
    }
    html.append("</tbody></table>\n");
  }

  private void changes(String title, List<String> places) {
    html.append("<p>").append(title).append(": ").append(places.size()).append("</p>\n");
    if (!places.isEmpty()) {
      html.append("<ul>");
      places.forEach(place -> html.append("<li>").append(escaped(place)).append("</li>"));
      html.append("</ul>\n");
    }
  }

  private void failedTests() {
    if (report.failedTests().isEmpty()) {
      return;
    }
    html.append("<h2 id=\"failed-tests\">Failed tests</h2>\n");
    for (String test : report.failedTests()) {
      html.append("<details class=\"failed\"><summary>");
      html.append(escaped(test.lines().findFirst().orElse(""))).append("</summary><pre>");
      html.append(escaped(test)).append("</pre></details>\n");
    }
  }

  private void legend() {
    html.append("<h2>What the columns say</h2>\n<dl>");
    for (Column column : Column.values()) {
      html.append("<dt>").append(column.title).append("</dt><dd>").append(column.meaning);
      html.append("</dd>");
    }
    html.append("</dl>\n");
  }

  private void heading(Column column) {
    html.append("<th scope=\"col\" title=\"").append(column.meaning).append("\">");
    html.append(column.title).append("</th>");
  }

  private void open(Column column, Cell.State state) {
    html.append("<td class=\"").append(style(state)).append("\" data-column=\"");
    html.append(column.title).append("\">");
  }

  private static String style(Cell.State state) {
    return switch (state) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case PARTLY -> "partly";
      case NOT_RUN -> "not-run";
      case NONE -> "none";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String frame() {
    try (InputStream in =
        Objects.requireNonNull(
            HtmlReport.class.getResourceAsStream("report.html"), "report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
