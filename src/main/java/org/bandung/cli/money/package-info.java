/// Exchange rates and deflators from the terminal: `import rates`, `import deflator`.
@NullMarked
package org.bandung.cli.money;

import org.jspecify.annotations.NullMarked;
