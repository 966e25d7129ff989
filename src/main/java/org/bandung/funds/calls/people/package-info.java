/// Who is appointed to funds, and what became of earlier projects, as calls ask for it.
@NullMarked
package org.bandung.funds.calls.people;

import org.jspecify.annotations.NullMarked;
