/// Pages of the economy: how a country depends, how two fit, what a grouping trades with itself,
/// who exports a product, what the South trades with itself. Each page is a list of parts, each
/// part a table with a download, some with a drawing above; every figure says what it rests on.
@NullMarked
package org.bandung.web.economy;

import org.jspecify.annotations.NullMarked;
