/// Many needs, offers, solutions or events at once, in somebody's name: what her desk does with a
/// table, for those who send them from a program.
@NullMarked
package org.bandung.cli.entries;

import org.jspecify.annotations.NullMarked;
