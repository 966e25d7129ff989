package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.api.json.ChangesJson;
import org.bandung.api.json.Shapes.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// The headers every answer of the API carries.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  private final Facts facts;

  ApiConfiguration(Facts facts) {
    this.facts = facts;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Describing()).addPathPatterns("/api/**");
    registry.addInterceptor(new Freshness(facts)).addPathPatterns(Freshness.PATHS);
  }

  /// Pages of any site may read what is public; none gets a reader's cookies along.
  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry
        .addMapping("/api/**")
        .allowedOrigins("*")
        .allowedMethods("GET", "HEAD", "OPTIONS")
        .exposedHeaders(
            "ETag", "Link", "Retry-After", "RateLimit", "RateLimit-Policy", "Deprecation", "Sunset")
        .allowCredentials(false);
  }

  static void describe(HttpServletResponse response) {
    response.setHeader("Vary", "Accept-Language, Accept-Encoding");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  private static final class Describing implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      describe(response);
      response.setHeader("Content-Language", Requests.language(request));
      return true;
    }
  }

  /// Puts on a good answer what programs read before its body: its tag, and where the list goes on.
  @ControllerAdvice(basePackageClasses = ApiConfiguration.class)
  static final class AnswerHeaders implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
        MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
      return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
        @Nullable Object body,
        MethodParameter returnType,
        MediaType type,
        Class<? extends HttpMessageConverter<?>> converter,
        ServerHttpRequest asked,
        ServerHttpResponse answer) {
      if (asked instanceof ServletServerHttpRequest servlet) {
        var request = servlet.getServletRequest();
        if (request.getAttribute(Freshness.TAG) instanceof String tag) {
          answer.getHeaders().set(HttpHeaders.ETAG, tag);
        }
        if (body instanceof Listed<?>(var items, var next) && next != null) {
          link(answer, request, Parameter.CURSOR, next);
        }
        if (body instanceof ChangesJson(var items, var next, var caughtUp) && !caughtUp) {
          link(answer, request, Parameter.AFTER, next);
        }
      }
      return body;
    }

    private static void link(
        ServerHttpResponse answer, HttpServletRequest request, Parameter parameter, String next) {
      answer
          .getHeaders()
          .set(HttpHeaders.LINK, "<" + onward(request, parameter.word(), next) + ">; rel=\"next\"");
    }

    /// The same address with the cursor of the next page.
    private static String onward(HttpServletRequest request, String parameter, String next) {
      var query = request.getQueryString();
      var others =
          query == null
              ? Stream.<String>empty()
              : Arrays.stream(query.split("&"))
                  .filter(part -> !part.isEmpty() && !part.startsWith(parameter + "="))
                  .map(part -> part.replace("<", "%3C").replace(">", "%3E"));
      var cursor = parameter + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      return request.getRequestURI()
          + "?"
          + Stream.concat(others, Stream.of(cursor)).collect(Collectors.joining("&"));
    }
  }

  /// Answers "nothing new" (304) to whoever still holds the answer, without asking the facts again.
  ///
  /// The weak tag is made of all that an answer depends on: the facts, the reference data, the day
  /// (status and memberships are those of today), the program, the language, the address.
  static final class Freshness implements HandlerInterceptor {

    static final String TAG = Freshness.class.getName();

    static final List<String> PATHS =
        Arrays.stream(Route.values()).filter(Route::tagged).map(Route::path).toList();

    private final Facts facts;

    Freshness(Facts facts) {
      this.facts = facts;
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (!List.of("GET", "HEAD").contains(request.getMethod())) {
        return true;
      }
      var tag = tag(request);
      if (holds(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return false;
      }
      request.setAttribute(TAG, tag); // put on the answer only where it is no problem
      return true;
    }

    private String tag(HttpServletRequest request) {
      var all =
          String.join(
              "\n",
              facts.state(),
              LocalDate.now(ZoneOffset.UTC).toString(),
              StatusRoutes.VERSION,
              Requests.language(request),
              request.getRequestURI(),
              String.valueOf(request.getQueryString()));
      try {
        var hash =
            MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /// Compared weakly; `*` is no tag of ours, since there may be nothing at the address.
    static boolean holds(@Nullable String ifNoneMatch, String tag) {
      return ifNoneMatch != null
          && Arrays.stream(ifNoneMatch.split(","))
              .map(String::strip)
              .anyMatch(held -> held.equals(tag) || ("W/" + held).equals(tag));
    }
  }
}
