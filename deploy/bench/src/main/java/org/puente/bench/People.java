package org.puente.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.puente.contracts.Sex;
import org.puente.reception.identity.Identity;

/**
 * Invented people with names as frequent as in Central America, in families: brothers and sisters, twins, fathers and
 * sons of one name. The same in every run.
 */
final class People {
    private static final List<String> WOMEN = words("María Ana Rosa Juana Marta Elena Gloria Carmen Silvia Sandra Karla"
            + " Lucía Blanca Reina Glenda Yesenia Wendy Ingrid Marlen Irma Dora Olga Elsa Vilma Teresa Norma Sara"
            + " Gabriela Fátima Guadalupe Estela Xiomara Jazmín Evelin Brenda Mirna Ixchel Nicté Paola Andrea");
    private static final List<String> MEN = words("José Juan Carlos Luis Jorge Miguel Mario Pedro Manuel Francisco"
            + " Óscar Víctor Héctor Edwin Marvin Walter Josué Kevin Bryan Wilmer Santos Julio Rigoberto Nelson"
            + " Melvin Darwin Elmer Cristian Fredy Selvin Byron Gerson Álvaro Rubén Abel Baltasar Tomás Mateo Diego");
    private static final List<String> SURNAMES = words("Hernández López García Martínez González Rodríguez Pérez"
            + " Flores Mejía Ramírez Cruz Reyes Rivera Vásquez Gómez Morales Castillo Ramos Díaz Aguilar Méndez Ortiz"
            + " Chávez Orellana Velásquez Castro Zelaya Portillo Murillo Alvarado Guzmán Ixcot Tzoc Ajú Choc Caal Xol Tiul"
            + " Quinteros Zavala Barrera Escobar Umanzor Bonilla Maradiaga Pineda Cárcamo Funes Menjívar Sorto Ayala"
            + " Ventura Lemus Guardado Landaverde Chinchilla Paz Ruiz Sosa Padilla Galdámez Euceda Sabillón Tábora Ucles"
            + " Zúniga Ordóñez Núñez Ticas Coc Pop Sacalxot Chub Cuc Batz Tum Yat Coj");
    private static final List<String> PLACES = words("GT-13 GT-01 GT-09 HN-CR HN-FM SV-SS SV-SA MX-CHP");
    private static final List<String> TOWNS =
            words("Chiantla Mixco Villanueva Choloma Apopa Metapán Tapachula Jocotán");

    private final Random random = new Random(20_260_101);
    private final List<Someone> all = new ArrayList<>();

    /**
     * @param count about how many
     */
    static List<Someone> invented(int count) {
        People people = new People();
        while (people.all.size() < count) {
            people.addFamily();
        }
        return people.all;
    }

    /** One of twelve is a family of twins, one of twelve has a father and a son of one name. */
    private void addFamily() {
        String first = surname();
        String second = surname();
        int kind = random.nextInt(12);
        LocalDate birth = birth();
        Someone elder = child(first, second, birth);
        add(elder);
        if (kind == 0) {
            add(child(first, second, birth));
        } else if (kind == 1) {
            Identity child = elder.identity();
            String mothers = random.nextBoolean() ? second : surname();
            add(person(
                    child.givenNames(),
                    first + " " + mothers,
                    birth.minusYears(18 + random.nextInt(20)).plusDays(random.nextInt(300)),
                    child.sex()));
        } else if (kind < 5) {
            add(child(first, second, birth.plusDays(400 + random.nextInt(3000))));
        }
    }

    private Someone child(String first, String second, LocalDate birth) {
        Sex sex = random.nextInt(4) == 0 ? Sex.FEMALE : Sex.MALE;
        List<String> names = sex == Sex.FEMALE ? WOMEN : MEN;
        String given = random.nextInt(5) == 0 ? pick(names) : pick(names) + " " + pick(names);
        return person(given, random.nextInt(12) == 0 ? first : first + " " + second, birth, sex);
    }

    private Someone person(String given, String family, LocalDate birth, Sex sex) {
        int place = random.nextInt(PLACES.size());
        Identity identity = new Identity(given, family, birth, birth.getYear(), birth.getYear(), sex);
        return new Someone(
                all.size(), identity, random.nextInt(3) == 0 ? "HND" : "GTM", PLACES.get(place), TOWNS.get(place));
    }

    private void add(Someone person) {
        all.add(person);
    }

    private String surname() {
        return pick(SURNAMES);
    }

    /** The first words are by far the most frequent, as names are. */
    private String pick(List<String> words) {
        double share = random.nextDouble();
        return words.get((int) (share * share * words.size()));
    }

    private LocalDate birth() {
        return LocalDate.of(1960, 1, 1).plusDays(random.nextInt(365 * 55));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
