package org.bandung.exchange.packages;

import java.nio.file.Path;
import java.util.Optional;

/// Where the nightly dumps lie, and under which licence this node offers its data.
///
/// @param licence a name of [Licence] or the address of a page; empty where the node says nothing
public record DataSettings(Path folder, Optional<Licence> licence) {}
