import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The time of one client's requests for a fixed set of lists, several times over.
final class Lists {

  private static final int WARM_UP = 3;
  private static final int ROUNDS = 10;
  private static final int PAGES = 3;
  private static final Pattern NEXT =
      Pattern.compile("\"next\":\"([^\"]+)\"|rel=\"next\"[^>]*[?&;]cursor=([^\"&]+)");

  private static final List<String> QUERIES =
      List.of(
          "",
          "?lang=ar",
          "?modality=north-south",
          "?modality=multilateral",
          "?modality=triangular",
          "?modality=bilateral&lang=ar",
          "?modality=undetermined",
          "?southSouth=true",
          "?southSouth=true&lang=ar",
          "?country=KEN",
          "?country=KEN&lang=ar",
          "?country=BRA&role=recipient",
          "?country=SWE&role=provider",
          "?country=DEU&role=provider&lang=ar",
          "?country=IND&year=2020",
          "?country=ETH&lang=ar",
          "?country=NGA&year=2021",
          "?country=QAT&lang=ar",
          "?role=recipient",
          "?partner=KEN&country=UGA",
          "?country=AFG&modality=north-south",
          "?sector=12220",
          "?sector=12264&lang=ar",
          "?sector=110",
          "?sector=72010&year=2020",
          "?year=2019",
          "?year=2021&modality=multilateral",
          "?year=2018&lang=ar",
          "?words=health",
          "?words=water+supply",
          "?words=covid&lang=ar",
          "?words=education&country=BGD",
          "?words=vaccine&year=2021",
          "?words=nothingofthekind");

  private static final List<String> WALKED = List.of("", "?modality=multilateral");

  private final String path;
  private int asked;
  private final List<Double> p50 = new ArrayList<>();
  private final List<Double> p95 = new ArrayList<>();
  private final List<Double> max = new ArrayList<>();

  Lists(String path) {
    this.path = path;
  }

  void measure(Server server) throws Exception {
    var addresses = addresses(server);
    var millis = new ArrayList<Double>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (var address : addresses) {
        long before = System.nanoTime();
        int status = server.get(unseen(address)).statusCode();
        double taken = (System.nanoTime() - before) / 1e6;
        if (status != 200) {
          throw new IllegalStateException(status + " for " + address);
        }
        if (round >= WARM_UP) {
          millis.add(taken);
        }
      }
    }
    var sorted = millis.stream().sorted().toList();
    p50.add(at(sorted, 0.5));
    p95.add(at(sorted, 0.95));
    max.add(sorted.getLast());
  }

  /// A page under an address that nobody asked for before, so that it is made, not remembered.
  private String unseen(String address) {
    return path.startsWith("/api/")
        ? address
        : address + (address.contains("?") ? "&" : "?") + "measured=" + ++asked;
  }

  /// The fixed addresses and those of the next pages of some.
  List<String> addresses(Server server) throws Exception {
    var addresses = new ArrayList<>(QUERIES.stream().map(q -> path + q).toList());
    for (var query : WALKED) {
      var address = path + query;
      for (int page = 0; page < PAGES; page++) {
        var next = NEXT.matcher(server.text(address));
        if (!next.find()) {
          break; // few initiatives have no further page
        }
        var cursor = next.group(1) == null ? next.group(2) : next.group(1);
        address = path + query + (query.isEmpty() ? "?" : "&") + "cursor=" + cursor;
        addresses.add(address);
      }
    }
    return addresses;
  }

  /// The nearest rank: the smallest value that `share` of all do not exceed.
  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  String path() {
    return path;
  }

  List<Double> p50() {
    return p50;
  }

  List<Double> p95() {
    return p95;
  }

  List<Double> max() {
    return max;
  }
}
