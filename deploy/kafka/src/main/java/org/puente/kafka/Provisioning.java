package org.puente.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.puente.contracts.NodeId;

/**
 * Brings a cluster to what a {@link Declaration} states. A second run changes nothing; a node that
 * was added to the list gets its topics, principal and rules, and the others what they need to read
 * it. Rules about Puente's topics that are not declared are revoked. Topics are never deleted.
 */
public final class Provisioning {
    /** Of each new topic, unless somebody wants another number. */
    public static final int PARTITIONS = 6;

    private static final Duration EFFECT = Duration.ofMinutes(3);

    private final Admin admin;
    private final Declaration declaration;
    private final int partitions;
    private final short replication;

    /**
     * @param admin connected as a super user
     * @param partitions of each new topic; topics that exist keep theirs
     * @param replication copies of each new topic
     */
    public Provisioning(Admin admin, Declaration declaration, int partitions, int replication) {
        this.admin = admin;
        this.declaration = declaration;
        this.partitions = partitions;
        this.replication = (short) replication;
    }

    /**
     * @param passwords by principal; needed only for principals that the cluster doesn't know yet,
     *     because a stored SCRAM credential can't be compared with a password
     * @return what was changed, one line each; empty if the cluster was already so
     * @throws IllegalArgumentException if a new principal has no password
     */
    public List<String> run(Map<String, String> passwords) throws InterruptedException {
        List<String> changes = new ArrayList<>();
        try {
            changes.addAll(createTopics());
            changes.addAll(createPrincipals(passwords));
            changes.addAll(alignRules());
            if (!changes.isEmpty()) {
                awaitEffect();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The cluster refused: " + e.getCause().getMessage(), e);
        }
        return changes;
    }

    private List<String> createTopics() throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        List<DeclaredTopic> missing = declaration.topics().stream()
                .filter(t -> !present.contains(t.name()))
                .toList();
        admin.createTopics(missing.stream().map(this::creation).toList()).all().get();
        return missing.stream().map(t -> "topic " + t.name()).toList();
    }

    private NewTopic creation(DeclaredTopic topic) {
        return new NewTopic(topic.name(), Optional.of(partitions), Optional.of(replication))
                .configs(topic.retention().settings());
    }

    private List<String> createPrincipals(Map<String, String> passwords)
            throws InterruptedException, ExecutionException {
        Set<String> present = admin.describeUserScramCredentials().all().get().keySet();
        List<String> missing = declaration.nodes().all().stream()
                .map(NodeId::value)
                .filter(p -> !present.contains(p))
                .toList();
        List<UserScramCredentialAlteration> creations = new ArrayList<>();
        for (String principal : missing) {
            String password = passwords.get(principal);
            if (password == null) {
                throw new IllegalArgumentException("No password for new principal " + principal);
            }
            creations.add(new UserScramCredentialUpsertion(
                    principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), password));
        }
        admin.alterUserScramCredentials(creations).all().get();
        return missing.stream().map(p -> "principal " + p).toList();
    }

    private List<String> alignRules() throws InterruptedException, ExecutionException {
        Set<AclBinding> declared = declaration.rules();
        Set<AclBinding> present =
                new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
        List<AclBinding> missing =
                declared.stream().filter(r -> !present.contains(r)).toList();
        List<AclBinding> surplus =
                present.stream().filter(r -> ours(r) && !declared.contains(r)).toList();
        admin.createAcls(missing).all().get();
        admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
        List<String> changes = new ArrayList<>();
        missing.forEach(rule -> changes.add("allowed " + describe(rule)));
        surplus.forEach(rule -> changes.add("revoked " + describe(rule)));
        return changes;
    }

    /**
     * A broker acknowledges before it has applied a change itself; until then a client that starts
     * right after us would be refused. Changes are applied in order, and rules come last.
     */
    private void awaitEffect() throws InterruptedException, ExecutionException {
        Instant end = Instant.now().plus(EFFECT);
        Set<AclBinding> declared = declaration.rules();
        while (!new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get()).containsAll(declared)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The rules have no effect after " + EFFECT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean ours(AclBinding rule) {
        return switch (rule.pattern().resourceType()) {
            case TOPIC -> rule.pattern().name().startsWith("puente.");
            case GROUP -> rule.entry().principal().equals(owner(rule.pattern().name()));
            default -> false;
        };
    }

    /** The principal whose groups have this prefix: {@code User:gtm} of {@code gtm.}. */
    private static String owner(String groups) {
        return "User:" + groups.substring(0, Math.max(0, groups.length() - 1));
    }

    private static String describe(AclBinding rule) {
        return rule.entry().principal()
                + " "
                + rule.entry().operation()
                + " "
                + rule.pattern().resourceType()
                + " "
                + rule.pattern().name();
    }
}
