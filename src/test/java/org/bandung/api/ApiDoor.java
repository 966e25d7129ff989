package org.bandung.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioLookup;
import org.bandung.reference.Reference;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door in one process, over invented facts: what the server would answer, without a server.
final class ApiDoor implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final InventedFacts facts;
  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private final MockMvc mvc;

  ApiDoor(Reference reference) {
    this(reference, new InventedFacts(), Optional.empty());
  }

  /// The door over other facts than the invented ones.
  ApiDoor(Reference reference, Facts facts) {
    this(reference, new InventedFacts(), Optional.of(facts));
  }

  private ApiDoor(Reference reference, InventedFacts invented, Optional<Facts> others) {
    this.facts = invented;
    context.setServletContext(new MockServletContext());
    context.register(
        Mvc.class,
        ApiConfiguration.AnswerHeaders.class,
        ApiConfiguration.class,
        ProblemResolver.class,
        Requests.class,
        CountryRoutes.class,
        GroupingRoutes.class,
        OrganisationRoutes.class,
        InitiativeRoutes.class,
        StatisticsRoutes.class,
        IndicatorRoutes.class,
        CatalogueRoutes.class,
        SourceRoutes.class,
        RateRoutes.class,
        FundRoutes.class,
        EconomyRoutes.class,
        StructureRoutes.class,
        ScenarioRoutes.class,
        ChangeRoutes.class,
        StatusRoutes.class);
    context.addBeanFactoryPostProcessor(factory -> {
      factory.registerSingleton("reference", reference);
      factory.registerSingleton("rates", (RateRoutes.Known) InventedRates::loaded);
      factory.registerSingleton("funds", new InventedFunds());
      factory.registerSingleton("economy", new InventedEconomy());
      factory.registerSingleton("structure", new InventedStructure());
      factory.registerSingleton("scenarios", (ScenarioRoutes.Known) ApiDoor::nothingHeld);
      factory.registerSingleton("facts", others.orElse(invented));
    });
    context.refresh();
    mvc = MockMvcBuilders.webAppContextSetup(context).build();
  }

  @EnableWebMvc
  static class Mvc {}

  RequestMappingHandlerMapping mapping() {
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /// What came back.
  record Answer(int status, String type, String body, MvcResult result) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String header(String name) {
      return String.valueOf(result.getResponse().getHeader(name));
    }
  }

  Answer get(String address, String... headers) throws Exception {
    return send("GET", address, headers);
  }

  Answer send(String method, String address, String... headers) throws Exception {
    var request =
        MockMvcRequestBuilders.request(
            org.springframework.http.HttpMethod.valueOf(method), java.net.URI.create(address));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return answer(mvc.perform(request).andReturn());
  }

  private static ScenarioLookup.Looked nothingHeld(Scenario scenario) {
    return new ScenarioLookup.Looked(
        scenario,
        ScenarioLookup.asksTheNode(scenario)
            ? List.of(ScenarioFault.of("/flows/dataset", "no-dataset", "nothing"))
            : List.of());
  }

  Answer post(String address, byte[] body, String... headers) throws Exception {
    var request =
        MockMvcRequestBuilders.post(java.net.URI.create(address))
            .contentType("application/json")
            .content(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return answer(mvc.perform(request).andReturn());
  }

  /// A request with one parameter, whatever characters it holds.
  Answer getWith(String path, String parameter, String value) throws Exception {
    return answer(
        mvc.perform(MockMvcRequestBuilders.get(path).queryParam(parameter, value)).andReturn());
  }

  /// A request with these parameters, `name=value` between ampersands, whatever characters they
  /// hold.
  Answer getQuery(String path, String query) throws Exception {
    var request = MockMvcRequestBuilders.get(path);
    for (var pair : query.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign != 0 && !pair.isEmpty()) {
        request.param(
            sign < 0 ? pair : pair.substring(0, sign), sign < 0 ? "" : pair.substring(sign + 1));
      }
    }
    return answer(mvc.perform(request).andReturn());
  }

  private static Answer answer(MvcResult result) throws Exception {
    var response = result.getResponse();
    return new Answer(
        response.getStatus(),
        String.valueOf(response.getContentType()),
        new String(response.getContentAsByteArray(), StandardCharsets.UTF_8),
        result);
  }

  @Override
  public void close() {
    context.close();
  }
}
