package app.backtrack.local.endtoend;

import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who may call what, as {@code tenant-matrix.csv} declares it by hand: a row for each operation, a column for each
 * role, and for clinic systems the scope that they need. It is compared with what the services do.
 */
final class Matrix {
    static final List<String> ROLES = List.of("patient", "therapist", "clinic-admin", "clinic-system");

    private static final String FILE = "deploy/local/src/test/resources/tenant-matrix.csv";
    private static final Map<String, Row> ROWS = read();

    private Matrix() {}

    /**
     * One operation.
     *
     * @param roles who may call it
     * @param scope what a clinic system's token needs; empty where none may call it
     */
    record Row(List<String> roles, String scope) {}

    /** The row of an operation. */
    static Row of(Operation operation) {
        return Objects.requireNonNull(ROWS.get(operation.name()), () -> operation + " has no row in " + FILE);
    }

    /** Every operation that has a row, by {@link Operation#name()}. */
    static Set<String> names() {
        return ROWS.keySet();
    }

    private static Map<String, Row> read() {
        try {
            Map<String, Row> rows = new LinkedHashMap<>();
            List<String> lines = Files.readAllLines(ProjectRoot.find().resolve(FILE));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                List<String> roles = new ArrayList<>();
                for (int i = 0; i < ROLES.size(); i++) {
                    if (!cells[i + 3].equals("no")) {
                        roles.add(ROLES.get(i));
                    }
                }
                rows.put(
                        cells[0] + " " + cells[1] + " " + cells[2],
                        new Row(List.copyOf(roles), cells[6].equals("no") ? "" : cells[6]));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("the matrix cannot be read", e);
        }
    }
}
