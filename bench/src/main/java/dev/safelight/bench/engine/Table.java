package dev.safelight.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
public final class Table {

  private final List<String> rows = new ArrayList<>();

  /** Begins one with these columns. */
  public Table(String... columns) {
    row((Object[]) columns);
    rows.add("|" + "---|".repeat(columns.length));
  }

  /** Adds a row; numbers with a fraction get two digits of it. */
  public void row(Object... cells) {
    var row = new StringBuilder("|");
    for (var cell : cells) {
      row.append(' ').append(text(cell)).append(" |");
    }
    rows.add(row.toString());
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : cell.toString();
  }

  @Override
  public String toString() {
    return String.join("\n", rows) + "\n";
  }
}
