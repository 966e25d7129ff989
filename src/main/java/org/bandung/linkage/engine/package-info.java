/// Weighs pairs of records by the agreement of their fields: blocking, similarity of strings,
/// Fellegi and Sunter's weights, assignment. Pure functions over arrays: they know no initiative.
@NullMarked
package org.bandung.linkage.engine;

import org.jspecify.annotations.NullMarked;
