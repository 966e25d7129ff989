package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.api.frame.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands each route what its parameters ask for, in their order: first who asks, so that nobody
/// else learns what a good request would be.
@Configuration(proxyBeanMethods = false)
class DeskArguments implements WebMvcConfigurer {

  private final Programs programs;

  DeskArguments(Programs programs) {
    this.programs = programs;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Resolver(programs));
  }

  private record Resolver(Programs programs) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      var type = parameter.getParameterType();
      return type == Acting.class
          || type == Key.class
          || type == Version.class
          || type == Version.Perhaps.class
          || type == On.class
          || parameter.hasParameterAnnotation(Sent.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest exchange,
        @Nullable WebDataBinderFactory binders) {
      var request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
      var type = parameter.getParameterType();
      var response = Objects.requireNonNull(exchange.getNativeResponse(HttpServletResponse.class));
      if (type == Acting.class) {
        return acting(parameter, request, response);
      }
      if (type == On.class) {
        return new On(
            acting(parameter, request, response),
            id(request),
            Key.of(request, most(parameter)),
            Version.of(request));
      }
      if (type == Key.class) {
        return Key.of(request, most(parameter));
      }
      if (type == Version.Perhaps.class) {
        return Version.Perhaps.of(request);
      }
      return type == Version.class
          ? Version.of(request)
          : Reading.of(SentBody.object(request, most(parameter)), type);
    }

    private static String id(HttpServletRequest request) {
      var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      return String.valueOf(((Map<?, ?>) Objects.requireNonNull(variables)).get(On.ID));
    }

    /// How much is read of what is sent to the route of a parameter.
    private static int most(MethodParameter parameter) {
      return Arrays.stream(Objects.requireNonNull(parameter.getMethod()).getParameters())
              .map(p -> p.getAnnotation(Sent.class))
              .anyMatch(s -> s != null && s.files())
          ? SentBody.MOST_WITH_FILES
          : SentBody.MOST_BYTES;
    }

    /// What is private is kept by nobody on the way.
    private Acting acting(
        MethodParameter parameter, HttpServletRequest request, HttpServletResponse response) {
      response.setHeader("Cache-Control", "no-store");
      var scope = Scope.of(Objects.requireNonNull(parameter.getMethod()));
      var account = programs.require(request, scope.verb(), scope.area());
      return account.mandates().stream()
          .findFirst()
          .map(m -> new Acting(account, m.body()))
          .orElseThrow(Programs.Unknown::new);
    }
  }
}
