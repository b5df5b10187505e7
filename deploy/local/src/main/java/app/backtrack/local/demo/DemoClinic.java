package app.backtrack.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two fictional clinics with 24 patients whose twelve weeks end the day before a given date. Pure: same date, same
 * facts.
 */
public final class DemoClinic {

    /** The history's length in days. */
    public static final int DAYS = 84;

    /** The patient of the worked example. */
    public static final UUID REFERENCE_PATIENT = DemoIds.of("patient/1");

    private static final int HARBOUR_PATIENTS = 14;
    private static final List<String> NAMES = List.of(
            "Rosa Lind",
            "Malik Sommer",
            "Ines Falk",
            "Jonas Birk",
            "Carla Voss",
            "Emil Tanner",
            "Nadia Holm",
            "Piet Anders",
            "Lea Winter",
            "Oskar Stein",
            "Mara Quint",
            "Felix Dorn",
            "Ida Keller",
            "Noah Brandt",
            "Greta Moor",
            "Samir Hollis",
            "Tilda Frost",
            "Hugo Marsh",
            "Vera Lowe",
            "Arno Pike",
            "Selma Reed",
            "Timo Hale",
            "Judith Croft",
            "Bela Stone");
    private static final Map<Course, Integer> PATIENTS = new EnumMap<>(Map.of(
            Course.REFERENCE, 1,
            Course.IMPROVING, 6,
            Course.PLATEAU, 4,
            Course.WORSENING, 3,
            Course.RELAPSING, 2,
            Course.SPARSE, 2,
            Course.LATE, 2,
            Course.CORRECTED, 2,
            Course.ONE_SIDED, 2));

    private final List<DemoPatient> patients;

    /** The clinics as they are on the morning of this date. */
    public DemoClinic(LocalDate today) {
        LocalDate startsOn = today.minusDays(DAYS);
        List<DemoPatient> all = new ArrayList<>();
        for (Course course : dealt()) {
            all.add(patient(all.size() + 1, course, startsOn));
        }
        this.patients = List.copyOf(all);
    }

    /** Everybody, the patient of the worked example first. */
    public List<DemoPatient> patients() {
        return patients;
    }

    /** What a patient has logged, in the order in which it is sent. */
    public List<DemoFact> facts(DemoPatient patient) {
        return new DemoHistory(patient).facts();
    }

    /** One of each course in turn until all are dealt, so that both clinics have nearly all kinds. */
    private static List<Course> dealt() {
        Map<Course, Integer> left = new EnumMap<>(PATIENTS);
        List<Course> dealt = new ArrayList<>();
        while (!left.isEmpty()) {
            for (Course course : Course.values()) {
                if (left.containsKey(course)) {
                    dealt.add(course);
                    left.computeIfPresent(course, (same, count) -> count > 1 ? count - 1 : null);
                }
            }
        }
        return dealt;
    }

    private static DemoPatient patient(int number, Course course, LocalDate startsOn) {
        boolean harbour = number <= HARBOUR_PATIENTS;
        String harbourTherapist = number % 3 == 0 ? "tom.harbour" : "thea.harbour";
        return new DemoPatient(
                DemoIds.of("patient/" + number),
                harbour ? "harbour-physio" : "hillside-backs",
                (harbour ? "H-%04d" : "B-%04d").formatted(number),
                NAMES.get(number - 1),
                ZoneId.of(harbour ? "Europe/Berlin" : "Europe/London"),
                harbour ? harbourTherapist : "hanna.hillside",
                course,
                DemoIds.of("program/" + number),
                startsOn);
    }
}
