package org.bandung.api.desk;

import java.util.List;
import org.bandung.access.ApiTokens;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.replies.Replies;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the authority of a country replies to what sources state of it. It is public: it is read
/// with the initiative.
@RestController
@In(ApiTokens.Area.DRAFTS)
final class ReplyRoutes {

  static final String ONE = Addresses.ROOT + "/initiatives/{id}/replies/{country}";

  private final Replies replies;
  private final DoneOnce once;

  ReplyRoutes(@Lazy Replies replies, DoneOnce once) {
    this.replies = replies;
    this.once = once;
  }

  /// @param text nothing in it withdraws what was said before
  record Replied(LocalizedText text) {}

  /// What is said now.
  record Said(String initiative, String country, LocalizedText text) {}

  @PutMapping(ONE)
  @Told(value = "initiative-reply", answer = Said.class)
  ResponseEntity<Object> reply(
      Acting acting,
      @PathVariable String id,
      @PathVariable String country,
      Key key,
      @Sent Replied sent) {
    Addresses.id("id", id);
    Addresses.id("country", country);
    return once.done(
        acting,
        key,
        () ->
            switch (replies
                .write(acting.account(), id, country, sent.text())
                .orElseThrow(() -> new NotFound(id))) {
              case Replies.Outcome.Written written ->
                  DoneOnce.Answer.of(new Said(id, country, sent.text()));
              case Replies.Outcome.Faulty faulty ->
                  throw Refusals.faulty(List.of(Refusals.fault("text", "draft.fault.too-long")));
            });
  }
}
