/// Loans among partners: their terms, what became of them, and how much of them is given.
@NamedInterface("loans")
@NullMarked
package org.bandung.registry.loans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
