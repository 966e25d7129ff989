/// How commands speak: words, tables, JSON, and lists that are walked page by page.
@NullMarked
package org.bandung.cli.talk;

import org.jspecify.annotations.NullMarked;
