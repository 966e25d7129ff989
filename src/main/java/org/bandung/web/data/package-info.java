/// Open data on the web: the page that says what can be downloaded, and the files themselves.
@NullMarked
package org.bandung.web.data;

import org.jspecify.annotations.NullMarked;
