package org.bandung.web.frame;

import java.util.Optional;

/// How the site speaks.
///
/// @param triangularWord `triangular` or `trilateral`: parties insist on one of them
/// @param contact whom to write to: an e-mail address or the address of a page
/// @param subdomains whether whatever has a name below that of this node has https too
public record SiteSettings(String triangularWord, Optional<String> contact, boolean subdomains) {}
