package org.bandung.economy.preferences;

/// A result, and between what it lies when the elasticities are others.
///
/// @param value with the elasticities of the scenario
/// @param least the smallest of all variants tried
/// @param most the largest of them
public record Figure(double value, double least, double most) {}
