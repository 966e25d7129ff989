package org.bandung.web.frame;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Gives the server's own refusals, of requests too broken to reach a page, a small page of ours
/// that tells nothing about the server.
@Component
final class PlainFace implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final ObjectProvider<Dictionary> dictionary;

  /// @param dictionary asked for late: the web server is made before the facts are opened
  PlainFace(ObjectProvider<Dictionary> dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    // The last valve is asked first, and the framework's own then finds the page written.
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Face(dictionary)));
  }

  static final class Face extends ErrorReportValve {

    private final ObjectProvider<Dictionary> dictionary;

    Face(ObjectProvider<Dictionary> dictionary) {
      this.dictionary = dictionary;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      int code = response.getStatus();
      if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      var canWrite = new AtomicBoolean();
      response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canWrite);
      if (!canWrite.get()) {
        return;
      }
      var words = dictionary.getObject().in(VisitResolver.language(request));
      SafetyHeaders.put(response);
      response.setHeader("Cache-Control", "no-store");
      response.setContentType("text/html;charset=UTF-8");
      try {
        response.getReporter().write(page(words, code));
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        // whoever sent this no longer listens
      }
    }

    static String page(Words words, int code) {
      var status = HttpStatus.resolve(code);
      var type = Failures.type(status == null ? HttpStatus.BAD_REQUEST : status);
      var title = HtmlUtils.htmlEscape(words.text("problem." + type + ".title"));
      var text = HtmlUtils.htmlEscape(words.text("problem." + type + ".text"));
      return """
      <!DOCTYPE html>
      <html lang="%s" dir="%s">
      <head><meta charset="utf-8"><title>%s</title></head>
      <body><h1>%s</h1><p>%s</p><p><a href="/">Bandung</a></p></body>
      </html>
      """
          .formatted(words.language(), Words.dir(words.language()), title, title, text);
    }
  }
}
