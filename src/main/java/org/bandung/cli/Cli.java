package org.bandung.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bandung.cli.economy.EconomyCommands;
import org.bandung.cli.economy.ObservationCommands;
import org.bandung.cli.entries.EntryCommands;
import org.bandung.cli.evaluate.EvaluateCommands;
import org.bandung.cli.export.IatiCommand;
import org.bandung.cli.export.PackageCommand;
import org.bandung.cli.figures.FigureCommand;
import org.bandung.cli.funds.FundCommands;
import org.bandung.cli.funds.FundList;
import org.bandung.cli.keys.KeyCommands;
import org.bandung.cli.ledger.LedgerCommands;
import org.bandung.cli.money.MoneyCommands;
import org.bandung.cli.talk.Talk;
import org.bandung.cli.talk.UsageWords;
import org.bandung.kernel.Closest;
import org.bandung.reference.BadDataException;
import org.bandung.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The terminal's door: reads the command, runs it, and says in one line what went wrong.
public final class Cli {

  private static final int USAGE = 64;
  private static final int FAILED = 70;

  private final CommandLine commands;
  private final Talk talk;

  Cli(Rooms rooms, Serving serving, Talk talk) {
    this.talk = talk;
    var list =
        new CommandLine(new FamilyCommands.Lists())
            .addSubcommand(new ListInitiatives(rooms, talk))
            .addSubcommand(new ListCountries(rooms, talk))
            .addSubcommand(new ListGroupings(rooms, talk))
            .addSubcommand(new ListOrganisations(rooms, talk))
            .addSubcommand(new ListSources(rooms, talk))
            .addSubcommand(new ObservationCommands.Lists(rooms, talk))
            .addSubcommand(new FundList(rooms, talk))
            .addSubcommand(new CatalogueCommands.Lists(rooms, talk));
    commands =
        new CommandLine(new Root())
            .addSubcommand(new ServeCommand(serving, talk))
            .addSubcommand(
                new CommandLine(new FamilyCommands.Import())
                    .addSubcommand(new ImportCommands.Iati(rooms, talk))
                    .addSubcommand(new ImportCommands.Table(rooms, talk))
                    .addSubcommand(new MoneyCommands.RatesIn(rooms, talk))
                    .addSubcommand(new MoneyCommands.DeflatorIn(rooms, talk))
                    .addSubcommand(new ObservationCommands.In(rooms, talk))
                    .addSubcommand(new ConceptCommands.Import(rooms, talk)))
            .addSubcommand(
                new CommandLine(new ConceptCommands.Family())
                    .addSubcommand(new ConceptCommands.Export(rooms, talk))
                    .addSubcommand(new PackageCommand(rooms, talk))
                    .addSubcommand(new IatiCommand(rooms, talk)))
            .addSubcommand(new ProposeCommand(rooms, talk))
            .addSubcommand(list)
            .addSubcommand(new FindCommands.Find(rooms, talk))
            .addSubcommand(new FindCommands.Reindex(rooms, talk))
            .addSubcommand(new FigureCommand(rooms, talk))
            .addSubcommand(EconomyCommands.all(rooms, talk))
            .addSubcommand(FundCommands.all(rooms, talk))
            .addSubcommand(
                new CommandLine(new EvaluateCommands.Family())
                    .addSubcommand(new EvaluateCommands.Finder(rooms, talk))
                    .addSubcommand(new EvaluateCommands.Pairs(talk))
                    .addSubcommand(new EvaluateCommands.Links(rooms, talk)))
            .addSubcommand(new CatalogueCommands.Solution(rooms, talk))
            .addSubcommand(
                new CommandLine(new CatalogueCommands.Consent())
                    .addSubcommand(new CatalogueCommands.Withdraw(rooms, talk)))
            .addSubcommand(
                new CommandLine(new FamilyCommands.Entries())
                    .addSubcommand(new EntryCommands.Upload(rooms, talk))
                    .addSubcommand(new EntryCommands.Template(rooms, talk)))
            .addSubcommand(
                new CommandLine(new AgreementCommands.Family())
                    .addSubcommand(new AgreementCommands.Verify(talk)))
            .addSubcommand(
                new CommandLine(new AuditCommands.Family())
                    .addSubcommand(new AuditCommands.Verify(rooms, talk))
                    .addSubcommand(new AuditCommands.Export(rooms, talk)))
            .addSubcommand(LedgerCommands.all(rooms, talk))
            .addSubcommand(
                new CommandLine(new KeyCommands.Family())
                    .addSubcommand(new KeyCommands.Change(rooms, talk)))
            .addSubcommand(
                new CommandLine(new DemoCommands.Fill(rooms, talk))
                    .addSubcommand(new DemoCommands.Code(talk)))
            .addSubcommand(new ShowCommand(rooms, talk))
            .addSubcommand(new StatusCommand(rooms, talk))
            .addSubcommand(new BackupCommand(rooms, talk))
            .addSubcommand(new RestoreCommand(rooms, talk))
            .addSubcommand(new HelpCommand());
    commands.setResourceBundle(new UsageWords(talk.language()));
    commands.setOut(new PrintWriter(talk.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(talk.err(), true, StandardCharsets.UTF_8));
    commands.setUsageHelpWidth(Math.clamp(talk.terminal().columns(), 60, 120));
    commands.setParameterExceptionHandler((fault, arguments) -> misused(fault));
    commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
  }

  /// Runs one command.
  ///
  /// @return the exit value: 0 done, 64 misused, 70 failed, others as the command says
  public static int run(
      String[] arguments, Map<String, String> environment, Rooms rooms, Serving serving) {
    var terminal = Talk.Terminal.look(environment);
    var talk = new Talk(System.out, System.err, Talk.language(arguments, environment), terminal);
    return new Cli(rooms, serving, talk).run(arguments);
  }

  int run(String... arguments) {
    int exit = commands.execute(arguments);
    talk.out().flush();
    return exit;
  }

  private int misused(ParameterException fault) {
    var command = fault.getCommandLine();
    talk.err().println(explained(fault, command));
    talk.say("usage-fault.help", command.getCommandSpec().qualifiedName(" "));
    return USAGE;
  }

  private String explained(ParameterException fault, CommandLine command) {
    if (!(fault instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(fault.getMessage());
    }
    var word = unmatched.getUnmatched().getFirst();
    boolean option = word.startsWith("-");
    var known =
        option
            ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
            : List.copyOf(command.getSubcommands().keySet());
    var given = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    var kind = option ? "option" : command.getSubcommands().isEmpty() ? "too-many" : "command";
    return Closest.to(given, known)
        .map(closest -> talk.words("usage-fault." + kind + "-closest", given, closest))
        .orElseGet(() -> talk.words("usage-fault." + kind, given));
  }

  private int failed(Exception failure) {
    if (failure instanceof ParameterException fault) {
      return misused(fault);
    }
    talk.err().println(told(failure));
    if (Boolean.getBoolean("bandung.debug")) {
      failure.printStackTrace(talk.err());
    }
    return FAILED;
  }

  /// The innermost cause that was made to be read by an operator; else a hint where to look.
  private String told(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Rooms.CannotStart cannot -> {
          return talk.words("cannot." + cannot.code(), cannot.arguments().toArray());
        }
        case StoreException store -> {
          return String.valueOf(store.getMessage());
        }
        case BadDataException data -> {
          return String.valueOf(data.getMessage());
        }
        case java.sql.SQLException sql -> {
          return talk.words("cannot.database", firstLine(sql));
        }
        default -> {
          // look further in
        }
      }
    }
    return talk.words("failed", failure.getClass().getSimpleName(), firstLine(failure));
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
