package app.backtrack.tracking.position;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes what was acknowledged into a signed token, and reads it again. A token holds, for each patient and journal
 * part, a keyed 5-byte tag of each event key: it shows nothing of their content, and 500 facts of one patient still fit
 * into a header.
 */
public final class PositionTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int VERSION = 1;
    private static final int SIGNATURE_BYTES = 16;
    private static final int TAG_BYTES = 5;

    private final SecretKeySpec key;

    /** Signs with {@code secret}, which all instances share; at least 32 bytes. */
    public PositionTokens(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the position secret has at least 32 bytes");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A token for facts of one clinic. */
    public String write(ClinicId clinic, Map<PatientId, ? extends Collection<JournalEntry>> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(clinic.value());
            out.writeShort(facts.size());
            for (var patient : facts.entrySet()) {
                writePatient(out, patient.getKey(), patient.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(signature(bytes.toByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * What a token says of one patient; empty if it is none of ours, or none for this patient.
     *
     * @param token as {@link #write} made it
     */
    public Optional<Position> read(String token, PatientRef patient) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= SIGNATURE_BYTES) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
            byte[] signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
            return MessageDigest.isEqual(signature, signature(content))
                    ? Optional.ofNullable(open(content).get(patient))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether {@code keys}, all event keys of a journal part, hold everything that {@code tags} name. */
    public boolean covers(Set<String> tags, Collection<String> keys) {
        Set<String> missing = new HashSet<>(tags);
        for (String eventKey : keys) {
            if (missing.isEmpty()) {
                break;
            }
            missing.remove(tag(eventKey));
        }
        return missing.isEmpty();
    }

    private void writePatient(DataOutputStream out, PatientId patient, Collection<JournalEntry> facts)
            throws IOException {
        Map<String, Set<String>> parts = new TreeMap<>();
        for (JournalEntry fact : facts) {
            parts.computeIfAbsent(JournalPart.of(fact.fact()), part -> new HashSet<>())
                    .add(tag(fact.key()));
        }
        out.writeLong(patient.value().getMostSignificantBits());
        out.writeLong(patient.value().getLeastSignificantBits());
        out.writeShort(parts.size());
        for (var part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            out.writeShort(part.getValue().size());
            for (String tag : part.getValue()) {
                out.write(HexFormat.of().parseHex(tag));
            }
        }
    }

    private static Map<PatientRef, Position> open(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                return Map.of();
            }
            ClinicId clinic = new ClinicId(in.readUTF());
            Map<PatientRef, Position> positions = new HashMap<>();
            for (int patients = in.readShort(); patients > 0; patients--) {
                PatientRef patient = new PatientRef(clinic, new PatientId(new UUID(in.readLong(), in.readLong())));
                positions.put(patient, new Position(readParts(in)));
            }
            return positions;
        } catch (IOException e) {
            throw new UncheckedIOException("a token that we signed and cannot read", e);
        }
    }

    private static Map<String, Set<String>> readParts(DataInputStream in) throws IOException {
        Map<String, Set<String>> parts = new TreeMap<>();
        for (int count = in.readShort(); count > 0; count--) {
            String part = in.readUTF();
            Set<String> tags = new HashSet<>();
            for (int left = in.readShort(); left > 0; left--) {
                tags.add(HexFormat.of().formatHex(in.readNBytes(TAG_BYTES)));
            }
            parts.put(part, tags);
        }
        return parts;
    }

    private String tag(String eventKey) {
        byte[] mac = mac(("tag|" + eventKey).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac, 0, TAG_BYTES);
    }

    private byte[] signature(byte[] content) {
        return Arrays.copyOf(mac(content), SIGNATURE_BYTES);
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
