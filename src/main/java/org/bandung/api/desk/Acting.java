package org.bandung.api.desk;

import org.bandung.access.Account;
import org.bandung.access.Body;

/// A program: the account it acts in, narrowed to the one body of its token.
record Acting(Account account, Body body) {}
