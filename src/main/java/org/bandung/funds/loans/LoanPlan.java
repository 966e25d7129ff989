package org.bandung.funds.loans;

/// Whose loan it is, and on which terms.
///
/// @param title as its parties call it
/// @param creditor id of the body that lends
/// @param debtor id of the body that borrows
public record LoanPlan(String title, String creditor, String debtor, LoanTerms terms) {}
