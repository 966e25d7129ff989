package org.bandung.web.frame;

import java.util.Optional;

/// How much one caller may ask.
///
/// @param requestsPerMinute of one address that is not this machine's own; 0 for no limit
/// @param trustedProxy address whose `X-Forwarded-For` is believed; without it nobody's is
public record TrafficSettings(int requestsPerMinute, Optional<String> trustedProxy) {}
