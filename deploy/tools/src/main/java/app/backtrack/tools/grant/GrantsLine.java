package app.backtrack.tools.grant;

import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of what services may do at the broker. */
@Command(
        name = "grants",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Shows, and gives, the least that each service needs at a broker that checks who comes (ACLs).",
            "The one who gives them has to be a super user of the broker, by backtrack.log.client.*"
        })
public final class GrantsLine {
    private final Map<String, String> environment;
    private final PrintStream out;

    @Option(
            names = "--principal",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "PARTY=PRINCIPAL",
            split = ";",
            description = {
                "Who program, tracking, notification or operator is to the broker (User:backtrack-program, …);",
                "with client certificates the name in it, as User:CN=…"
            })
    private Map<Party, String> principals = new TreeMap<>();

    /** Works on the installation that an environment names, and prints there. */
    public GrantsLine(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints all grants; asks no broker.")
    int show() {
        for (Party party : Party.values()) {
            party.grants().forEach(grant -> out.println(grant.row(principal(party))));
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Gives what is missing. What else these principals may do is named, and not taken away.",
                "Given twice it changes nothing."
            })
    int apply() {
        Installation installation = Installation.given(environment);
        Set<AclBinding> wanted = new HashSet<>();
        for (Party party : Party.values()) {
            party.grants().forEach(grant -> grant.bindings(principal(party)).forEach(wanted::add));
        }
        try (Admin admin = new Log(installation.log()).admin()) {
            Set<AclBinding> there = new HashSet<>();
            for (Party party : Party.values()) {
                there.addAll(of(admin, principal(party)));
            }
            List<AclBinding> missing = new ArrayList<>(wanted);
            missing.removeAll(there);
            Log.answer(admin.createAcls(missing).all());
            out.printf("%,d entries given, %,d were there.%n", missing.size(), wanted.size() - missing.size());
            there.removeAll(wanted);
            there.forEach(further -> out.println("More than is needed: " + further));
        }
        return CommandLine.ExitCode.OK;
    }

    private String principal(Party party) {
        return principals.getOrDefault(party, party.usualPrincipal());
    }

    private static Collection<AclBinding> of(Admin admin, String principal) {
        return Log.answer(admin.describeAcls(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter(principal, null, AclOperation.ANY, AclPermissionType.ANY)))
                .values());
    }
}
