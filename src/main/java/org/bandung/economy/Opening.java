package org.bandung.economy;

/// A demand of the South that is met by the North, for a product that an exporter of the South has
/// an advantage in.
///
/// @param importer who buys
/// @param product code of the data's nomenclature
/// @param north what it buys of it from the North, in the data's unit
/// @param exporter how the exporter stands to that demand
public record Opening(String importer, String product, double north, Candidate exporter) {}
