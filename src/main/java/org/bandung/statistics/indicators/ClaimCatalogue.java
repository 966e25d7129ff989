package org.bandung.statistics.indicators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.ShippedTable;

/// The claims of the file `statistics/claims.csv`, in its order.
public final class ClaimCatalogue {

  private ClaimCatalogue() {}

  /// The shipped claims.
  public static List<Claim> shipped() {
    return ShippedTable.read("statistics/claims.csv").stream().map(ClaimCatalogue::claim).toList();
  }

  private static Claim claim(NamedCsvRecord row) {
    return new Claim(
        row.getField("code"),
        new Claim.Source(row.getField("claimant"), row.getField("address"), row.getField("date")),
        text(row, "claim"),
        text(row, "coverage"),
        new BigDecimal(row.getField("value")),
        row.getField("indicator"),
        question(row.getField("question")));
  }

  private static Map<String, String> question(String text) {
    var question = new LinkedHashMap<String, String>();
    for (var part : text.split("&")) {
      int at = part.indexOf('=');
      question.put(part.substring(0, at), part.substring(at + 1));
    }
    return question;
  }

  private static LocalizedText text(NamedCsvRecord row, String what) {
    var texts = new TreeMap<String, String>();
    Messages.LANGUAGES.forEach(l -> texts.put(l, row.getField(what + "_" + l)));
    return new LocalizedText(texts);
  }
}
