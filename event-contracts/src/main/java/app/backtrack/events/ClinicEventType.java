package app.backtrack.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Declares every event of a clinic by its wire name, as {@link EventType} does for events of a patient. */
public enum ClinicEventType {
    CLINIC_SETTINGS_CHANGED("clinic-settings-changed.v1", ClinicEvent.ClinicSettingsChanged.class);

    private static final Map<String, WireForm<ClinicEvent>> BY_WIRE_NAME = Arrays.stream(values())
            .map(ClinicEventType::form)
            .collect(Collectors.toUnmodifiableMap(WireForm::wireName, Function.identity()));

    private final WireForm<ClinicEvent> form;

    ClinicEventType(String shortName, Class<? extends ClinicEvent> eventClass) {
        this.form = WireForm.current(shortName, eventClass);
    }

    /** Finds the form that data was written in by its {@code ce_type}; empty for one that is not known. */
    public static Optional<WireForm<ClinicEvent>> find(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The type of an event. */
    public static ClinicEventType of(ClinicEvent event) {
        return switch (event) {
            case ClinicEvent.ClinicSettingsChanged ignored -> CLINIC_SETTINGS_CHANGED;
        };
    }

    /** The form that is written. */
    public WireForm<ClinicEvent> form() {
        return form;
    }
}
