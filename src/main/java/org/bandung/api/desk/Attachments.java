package org.bandung.api.desk;

import java.util.Base64;
import java.util.List;
import org.bandung.api.frame.BadQuery;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.store.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files that come inside what a program sends, looked into like every other before they are kept.
@Component
class Attachments {

  private final Files files;

  Attachments(Files files) {
    this.files = files;
  }

  /// @param content in base 64
  record File(String name, String content) {}

  StoredFile keep(String place, @Nullable File file) {
    if (file == null) {
      throw new BadQuery(List.of(new BadQuery.Fault(place, "missing")));
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(file.content().replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new BadQuery(List.of(new BadQuery.Fault(place + "/content", "not-base64")));
    }
    return switch (files.keep(file.name(), bytes)) {
      case KeepOutcome.Kept(var kept) -> kept;
      case KeepOutcome.Refused(var why) ->
          throw Refusals.faulty(List.of(Refusals.fault(place, "joint.fault.file-" + why)));
    };
  }
}
