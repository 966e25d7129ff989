/// What whoever runs a node does now and then for its secrets.
@NamedInterface("upkeep")
@NullMarked
package org.bandung.access.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
