package org.bandung.web.frame;

/// Equal Earth: places on the sphere as places on our map, areas in true proportion.
///
/// With theta = asin(sqrt(3)/2 sin(latitude)) and a1..a4 as below:
///
///     x = 2 sqrt(3) longitude cos(theta) / (3 (9 a4 theta^8 + 7 a3 theta^6 + 3 a2 theta^2 + a1))
///     y = a4 theta^9 + a3 theta^7 + a2 theta^3 + a1 theta
///
/// angles in radians, longitude from the central meridian; then scaled and moved so that the map is
/// [#WIDTH] by [#HEIGHT] steps, down being positive. Defined for every place; latitudes beyond 90 and
/// longitudes beyond 180 degrees are a fault. Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal
/// Earth map projection", International Journal of Geographical Information Science 33 (2019).
///
/// The central meridian lies in the east of Africa, so that the islands of the Pacific stay together
/// and the map is cut where hardly anybody lives. The land outline is drawn with the same figures:
/// `src/build/land`.
public final class Projection {

  public static final int WIDTH = 1000;
  public static final int HEIGHT = 430;

  private static final double CENTRE = 35;
  private static final double SCALE = 181;
  private static final double DOWN = 226;

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;

  private Projection() {}

  /// A place on the map, in steps from its left upper corner.
  public record Point(double x, double y) {}

  /// @throws IllegalArgumentException for what is no place on the sphere
  public static Point of(double latitude, double longitude) {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no place: " + latitude + ", " + longitude);
    }
    double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(latitude)));
    double lambda = Math.toRadians(fromCentre(longitude));
    double t2 = theta * theta;
    double t6 = t2 * t2 * t2;
    double x =
        2
            * Math.sqrt(3)
            * lambda
            * Math.cos(theta)
            / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1));
    double y = theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1);
    return new Point(WIDTH / 2.0 + SCALE * x, DOWN - SCALE * y);
  }

  private static double fromCentre(double longitude) {
    double from = longitude - CENTRE;
    return from < -180 ? from + 360 : from > 180 ? from - 360 : from;
  }
}
