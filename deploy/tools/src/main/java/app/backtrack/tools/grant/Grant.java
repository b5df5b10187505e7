package app.backtrack.tools.grant;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * What somebody may do with one thing, from whichever host.
 *
 * @param resource a topic or a consumer group
 * @param operations all that is allowed; everything else is not
 */
record Grant(ResourcePattern resource, Set<AclOperation> operations) {

    /** As the broker keeps it: an entry for each operation. */
    Stream<AclBinding> bindings(String principal) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
    }

    String row(String principal) {
        return "%-28s %-6s %-28s %s"
                .formatted(
                        principal,
                        resource.resourceType().name().toLowerCase(Locale.ROOT),
                        resource.name(),
                        operations.stream().map(AclOperation::name).collect(Collectors.joining(" ")));
    }
}
