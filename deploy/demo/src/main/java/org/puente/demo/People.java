package org.puente.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Invents the people of a flight or bus, the same for the same seed. Shares of women and minors are
 * those of the published volumes ({@code arrivals.json}, "loads"); the rest (papers, families,
 * needs) is invented.
 */
public final class People {
    private static final List<String> WOMEN =
            List.of("Yesenia", "Marisol", "Delmy", "Xiomara", "Suyapa", "Candelaria", "Nohemí");
    private static final List<String> MEN =
            List.of("Wilmer", "Selvin", "Darwin", "Eliseo", "Oswaldo", "Nahúm", "Fredy");
    private static final List<String> SURNAMES = List.of(
            "Tzunún",
            "Ixcoy",
            "Cac",
            "Mejicanos",
            "Zelaya",
            "Orellana",
            "Chávez",
            "Barahona",
            "Quiñónez",
            "Lemus",
            "Xicará",
            "Velásquez",
            "Amaya",
            "Portillo");
    private static final Map<String, List<String>> HOMES = Map.of(
            "SLV", List.of("SV-SS", "SV-SA", "SV-LI", "SV-SM"),
            "GTM", List.of("GT-13", "GT-12", "GT-09", "GT-01"),
            "HND", List.of("HN-CR", "HN-FM", "HN-YO"),
            "MEX", List.of("MX-GUA", "MX-CHP", "MX-OAX"));
    private static final List<String> SKILLS =
            List.of("construction", "agriculture", "cooking", "carpentry", "cleaning", "driving");

    /** What adults need, the commoner the oftener; for some of it a country has no offer. */
    private static final Map<String, List<String>> NEEDS = Map.of(
            "SLV", List.of("skills-certification", "vocational-training", "employment"),
            "GTM", List.of("employment", "employment", "one-stop-desk", "vocational-guidance", "health"),
            "HND", List.of("one-stop-desk", "one-stop-desk", "one-stop-desk", "health"),
            "MEX", List.of("employment", "health", "identity-documents", "education"));

    private final Random random;
    private final Papers papers;
    private final LocalDate today;

    People(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.papers = new Papers(random);
        this.today = today;
    }

    /**
     * The people of a flight on the published day.
     *
     * @param guests nationality of some of them
     * @param share how many of them, 0 to 1
     */
    public static List<Person> flight(String node, int count, String guests, double share) {
        LocalDate day = LocalDate.of(2025, 1, 2);
        return new People(count, LocalDate.now()).arrivals(node, "WQ-1501", count, day, guests, share);
    }

    /**
     * The people of one flight or bus.
     *
     * @param guests nationality of some of them that is not the receiving country's; null for none
     * @param share how many of them are such guests, 0 to 1
     */
    List<Person> arrivals(String node, String reference, int count, LocalDate on, String guests, double share) {
        List<Person> people = new ArrayList<>();
        while (people.size() < count) {
            boolean guest = guests != null && random.nextDouble() < share;
            String nationality = guest ? guests : Receptions.of(node).country();
            boolean family = random.nextDouble() < 0.08 && count - people.size() >= 3;
            if (family) {
                people.addAll(family(node, reference, on, nationality));
            } else {
                boolean child = random.nextDouble() < 0.08;
                people.add(alone(node, reference, on, nationality, child));
            }
        }
        return people;
    }

    /** A mother and two children under one household. */
    List<Person> family(String node, String reference, LocalDate on, String nationality) {
        String household = uuid();
        String surname = surnames();
        List<Person> family = new ArrayList<>();
        family.add(person(node, reference, on, nationality, 24 + random.nextInt(15), "F", surname));
        family.getFirst().form().withArray("profiles").add("single-caregiver");
        for (int i = 0; i < 2; i++) {
            family.add(person(node, reference, on, nationality, 1 + random.nextInt(16), sex(), surname));
        }
        for (Person member : family) {
            member.form()
                    .putObject("household")
                    .put("id", household)
                    .put("role", member == family.getFirst() ? "head" : "child");
        }
        return family;
    }

    private Person alone(String node, String reference, LocalDate on, String nationality, boolean child) {
        int age = child ? 12 + random.nextInt(6) : 18 + random.nextInt(45);
        Person person = person(node, reference, on, nationality, age, sex(), surnames());
        if (child) {
            person.form().withArray("profiles").add("unaccompanied-child");
        }
        return person;
    }

    private Person person(
            String node, String reference, LocalDate on, String nationality, int age, String sex, String surnames) {
        Receptions place = Receptions.of(node);
        LocalDate born = on.minusYears(age).minusDays(1 + random.nextInt(360));
        ObjectNode form = Agency.JSON.createObjectNode();
        ObjectNode person = form.putObject("person");
        person.put("givenNames", pick(sex.equals("F") ? WOMEN : MEN) + " " + pick(MEN));
        person.put("familyNames", surnames);
        person.put("birthDate", born.toString());
        person.put("sex", sex);
        person.put("nationality", nationality);
        papers(person.putArray("documents"), nationality, born, sex);
        person.putArray("phones").add("+5025%07d".formatted(random.nextInt(10_000_000)));
        person.putArray("languages").add("spa");
        form.put("returnedOn", on.toString());
        form.put("receptionPoint", place.point());
        form.put("returnedFrom", "USA");
        form.put("will", random.nextDouble() < 0.9 ? "forced" : "voluntary");
        form.putObject("transport").put("mode", place.mode()).put("reference", reference);
        form.putArray("profiles");
        form.putArray("causes").add(pick(List.of("economic", "violence", "family", "disaster")));
        need(form.putArray("needs"), age, nationality);
        if (age >= 18) {
            form.putArray("skills").add(pick(SKILLS));
        }
        form.putObject("destination").put("country", nationality).put("subdivision", pick(HOMES.get(nationality)));
        background(form.putObject("background"), form.path("will").asText().equals("forced"), age);
        consent(form.putObject("consent"), age);
        return new Person(node, form);
    }

    /** Under which law and why they came back; of adults also what they have worked and learnt. */
    private static void background(ObjectNode background, boolean forced, int age) {
        background.put("legalProvision", forced ? "us-title-8-removal" : "assisted-voluntary-return");
        background.putArray("reasons").add(forced ? "sent-back" : "family");
        if (age >= 18) {
            String group = List.of("71", "92", "53").get(age % 3);
            background
                    .putArray("work")
                    .addObject()
                    .put("isco", group)
                    .put("years", (age - 18) / 2)
                    .put("where", "USA");
            background
                    .putObject("studies")
                    .put("level", String.valueOf(age % 4))
                    .put("finished", age % 2 == 0);
        }
    }

    private void papers(ArrayNode documents, String nationality, LocalDate born, String sex) {
        double chance = random.nextDouble();
        if (chance < 0.2) {
            return; // arrives without papers
        }
        Papers.Paper paper = papers.of(nationality, born, sex);
        paper = chance < 0.27 ? papers.wrong(paper) : paper;
        documents.addObject().put("kind", paper.kind()).put("number", paper.number());
    }

    private void need(ArrayNode needs, int age, String nationality) {
        boolean child = age < 18;
        String category = child ? "child-protection" : pick(NEEDS.get(nationality));
        boolean personal = List.of("identity-documents", "child-protection").contains(category);
        needs.addObject()
                .put("dimension", personal ? "psychosocial" : "economic")
                .put("category", category)
                .put("urgency", child ? "urgent" : "normal");
    }

    private void consent(ObjectNode consent, int age) {
        consent.putArray("purposes").add("referral").add("follow-up").add("statistics");
        consent.putArray("scope").add("region");
        consent.put("givenBy", age < 18 ? "authority" : "self");
        consent.put("validUntil", today.plusYears(1).toString());
        consent.put("language", "spa").put("textVersion", "puente-consent-1");
    }

    private String sex() {
        return random.nextDouble() < 0.23 ? "F" : "M";
    }

    private String surnames() {
        return pick(SURNAMES) + " " + pick(SURNAMES) + " " + syllables();
    }

    /** A third surname that no other word on a topic can hold by chance. */
    private String syllables() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(pick(List.of("xo", "quel", "zim", "tul", "yax", "coj", "mun", "pac", "ru")));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | 0x8000000000000000L)
                .toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
