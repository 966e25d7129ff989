/// What the answers look like: records of JSON and how facts become them in a reader's language.
///
/// Their names and components are published; the versioning policy of the API (docs/api.md) says
/// what may change.
@NullMarked
package org.bandung.api.json;

import org.jspecify.annotations.NullMarked;
