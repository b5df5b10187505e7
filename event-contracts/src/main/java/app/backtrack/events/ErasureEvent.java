package app.backtrack.events;

import java.util.List;

/** What services did about a patient who was erased; topic {@code erasure-events}. */
public sealed interface ErasureEvent extends BacktrackEvent {

    /**
     * A service deleted what it kept about an erased patient. Not sealed, as there is no key any more.
     *
     * @param service which one
     * @param round 1 for the deletion at once; 2 for the one after the longest time that a process can still know the
     *     key; higher where it was done again, as after a restore
     * @param places where it looked, each with what it deleted there this time
     */
    record PatientDataErased(String service, int round, List<ErasedPlace> places)
            implements ErasureEvent, UnsealedEvent {

        /** Keeps a copy of the list. */
        public PatientDataErased {
            places = List.copyOf(places);
        }
    }

    /**
     * A collection, or another place where something about patients is kept.
     *
     * @param place its name
     * @param documents how many were deleted there, or changed where only a part spoke of the patient
     */
    record ErasedPlace(String place, int documents) {}
}
