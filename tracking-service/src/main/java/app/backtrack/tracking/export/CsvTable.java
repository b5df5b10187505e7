package app.backtrack.tracking.export;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that becomes CSV after RFC 4180: a header, UTF-8, lines that end in CR LF; what is not known is empty. */
public final class CsvTable {
    /** The media type of CSV. */
    public static final String MEDIA_TYPE = "text/csv";

    /** With one of these in front, a spreadsheet takes a text for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final ObjectWriter WRITER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final int columns;
    private final List<String[]> lines = new ArrayList<>();

    /** An empty table. */
    public CsvTable(String... header) {
        columns = header.length;
        lines.add(header);
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column; numbers and truth values stand as they are, texts are kept from being formulas
     * @throws IllegalArgumentException if there are more or fewer
     */
    public void add(@Nullable Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has a cell for each column");
        }
        String[] line = new String[columns];
        for (int i = 0; i < columns; i++) {
            line[i] = text(cells[i]);
        }
        lines.add(line);
    }

    /** The whole table. */
    public String text() {
        return text(lines);
    }

    /** The table without its header, to be added to another part of it. */
    public String rows() {
        return text(lines.subList(1, lines.size()));
    }

    private static String text(List<String[]> lines) {
        StringWriter text = new StringWriter();
        try (SequenceWriter rows = WRITER.writeValues(text)) {
            rows.writeAll(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Object other -> harmless(other.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
