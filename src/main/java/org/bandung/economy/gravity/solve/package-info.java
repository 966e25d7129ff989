/// The numerics of gravity models: arrays in, arrays out; nothing here knows files or words.
@NullMarked
package org.bandung.economy.gravity.solve;

import org.jspecify.annotations.NullMarked;
