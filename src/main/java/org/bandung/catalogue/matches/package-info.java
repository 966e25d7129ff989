/// Matches: who was invited to talk about a need or an offer, and what became of it.
///
/// "Suggested" is the finder's view and is stored nowhere; a match begins with an invitation. Owns
/// `catalogue_match*`. Invariants, held by `MatchRulesTest`: a match is agreed only when both have
/// said so, nobody speaks for the other but by a letter that says who attests it, and how much of a
/// need is covered is said by who provides. Only the two sides ever see a match: partners of one
/// need do not learn of each other here.
@NamedInterface("matches")
@NullMarked
package org.bandung.catalogue.matches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
