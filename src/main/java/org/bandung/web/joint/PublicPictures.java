package org.bandung.web.joint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.store.Files;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Pictures of stories that their parties released: only those that a public statement of a party
/// of this node names now. Every other address is answered like one where nothing ever was.
@Controller
public final class PublicPictures {

  private final Registry registry;
  private final Files files;

  PublicPictures(Registry registry, Files files) {
    this.registry = registry;
    this.files = files;
  }

  /// A story that shows pictures.
  ///
  /// @param source key of the source that tells it
  public record Story(String source, Content.Result told) {}

  /// The stories with pictures, in the order of the statements.
  public static List<Story> stories(List<InitiativeView.StatementView> statements) {
    var stories = new ArrayList<Story>();
    for (var statement : PublicSides.desk(statements)) {
      statement.content().results().stream()
          .filter(r -> !r.pictures().isEmpty())
          .forEach(r -> stories.add(new Story(statement.sourceKey(), r)));
    }
    return stories;
  }

  @GetMapping("/initiatives/{id}/pictures/{sha256:[0-9a-f]{64}}")
  void send(
      @PathVariable String id,
      @PathVariable String sha256,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String held,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    var view = registry.find(visit.reader(), id).orElseThrow(Refusal.NotFound::new);
    if (named(view).noneMatch(sha256::equals)) {
      throw new Refusal.NotFound();
    }
    var picture = files.picture(sha256).orElseThrow(Refusal.NotFound::new);
    FileAnswer.show(response, picture, held, files);
  }

  private static Stream<String> named(InitiativeView view) {
    return stories(view.statements()).stream()
        .flatMap(s -> s.told().pictures().stream())
        .map(Content.Picture::sha256);
  }
}
