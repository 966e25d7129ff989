package org.bandung.web.frame;

/// How the site speaks.
///
/// @param triangularWord `triangular` or `trilateral`: parties insist on one of them
public record SiteSettings(String triangularWord) {}
