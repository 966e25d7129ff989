/// What programs do with a token, for the body that the token is good for: drafts, matches,
/// consultations, agreements, commitments, joint initiatives.
///
/// Every route is a method that says by its parameters what it takes (`Acting` who asks, `Sent`
/// what the body says, `Version` what was read, `Key` what makes a deed one deed); `DeskPaths`
/// makes its part of the OpenAPI document of the same signatures. Who may do what is decided by the
/// services.
///
/// Owns the table `api_once`: what was answered to a deed, for a day.
@NullMarked
package org.bandung.api.desk;

import org.jspecify.annotations.NullMarked;
