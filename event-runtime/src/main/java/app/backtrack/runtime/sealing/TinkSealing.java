package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Seals with AES-256-GCM by Google Tink. Keys stay in memory for at most a minute, so a destroyed one is soon gone. */
public final class TinkSealing implements Sealing {
    /** The longest that a process can still open what was erased. */
    public static final Duration MAX_CACHE_AGE = Duration.ofSeconds(60);

    private static final int MAX_CACHED_KEYS = 20_000;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeyStore keys;
    private final Cache<PatientRef, PatientKey> cache;

    /** Takes keys from {@code keys}. */
    public TinkSealing(KeyStore keys) {
        this(keys, Ticker.systemTicker());
    }

    TinkSealing(KeyStore keys, Ticker ticker) {
        this.keys = keys;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(MAX_CACHE_AGE)
                .maximumSize(MAX_CACHED_KEYS)
                .ticker(ticker)
                .build();
    }

    @Override
    public SealedData seal(PatientRef patient, byte[] context, byte[] plain) throws PatientErased {
        PatientKey key = cache.getIfPresent(patient);
        if (key == null) {
            key = remember(patient, findOrCreate(patient));
        }
        try {
            return new SealedData(key.id(), key.aead().encrypt(plain, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    @Override
    public byte[] open(PatientRef patient, byte[] context, SealedData data) throws PatientErased, BrokenSeal {
        PatientKey key = cache.getIfPresent(patient);
        if (key == null) {
            Lookup lookup = keys.find(patient);
            if (lookup instanceof Lookup.Absent) {
                throw new BrokenSeal("no key was ever made for this patient", null);
            }
            key = remember(patient, lookup);
        }
        try {
            return key.aead().decrypt(data.sealed(), context);
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal("the sealed bytes do not open", e);
        }
    }

    private Lookup findOrCreate(PatientRef patient) {
        Lookup lookup = keys.find(patient);
        return lookup instanceof Lookup.Absent ? keys.create(patient, newKey()) : lookup;
    }

    private PatientKey remember(PatientRef patient, Lookup lookup) throws PatientErased {
        return switch (lookup) {
            case Lookup.Destroyed destroyed -> throw new PatientErased();
            case Lookup.Absent absent -> throw damaged("a key that was kept is not there");
            case Lookup.Found found -> {
                PatientKey key = parse(found.serializedKey());
                cache.put(patient, key);
                yield key;
            }
        };
    }

    private static byte[] newKey() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-256 on this JDK", e);
        }
    }

    private static PatientKey parse(byte[] serializedKey) {
        try {
            KeysetHandle handle = TinkProtoKeysetFormat.parseKeyset(serializedKey, InsecureSecretKeyAccess.get());
            String id = Integer.toUnsignedString(handle.getPrimary().getId(), 16);
            return new PatientKey(id, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException | IllegalStateException e) {
            // What it sealed is not erased, only unreadable until somebody restores it: an outage.
            throw new KeyStoreUnavailable(e);
        }
    }

    private static KeyStoreUnavailable damaged(String how) {
        return new KeyStoreUnavailable(new IllegalStateException(how));
    }

    private record PatientKey(String id, Aead aead) {}
}
