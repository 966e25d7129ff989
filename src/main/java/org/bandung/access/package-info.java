/// Accounts, mandates, permissions and the audit log.
///
/// A person has an account and acts for bodies: a body is an institution, a country's coordinating
/// authority, a grouping's secretariat, a multilateral body, or this node itself. What somebody may
/// do is decided by [MandateRules] from the declared rules in `access/permissions.csv`, in the
/// service that does it, never in a page.
///
/// Owns the tables `access_…`, and those of sessions and passkeys that Spring brings. Invariants: a
/// secret (password, seed of codes, link, token) is never stored as it is; a link and a code hold
/// once; every change writes its line of the audit log in its own transaction; lines of the audit
/// log are never changed and each carries the hash of the one before.
@ApplicationModule(allowedDependencies = {"reference", "post", "store", "kernel"})
@NullMarked
package org.bandung.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
