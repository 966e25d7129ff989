/// Conditions of funds as data: a small language of conditions, checked before it runs.
@NamedInterface("rules")
@NullMarked
package org.bandung.funds.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
