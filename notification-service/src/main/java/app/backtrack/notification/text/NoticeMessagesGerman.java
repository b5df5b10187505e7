package app.backtrack.notification.text;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The texts in German. */
@Localized("de")
interface NoticeMessagesGerman extends NoticeMessages {

    @Message("Ihr Code für diese Adresse")
    @Override
    String codeSubject();

    @Message(
            "Geben Sie {code} in der App ein, und wir schreiben von da an an diese Adresse. Der Code gilt einmal und eine halbe Stunde lang.")
    @Override
    String codeLead(String code);

    @Message("Das haben Sie nicht angefordert? Dann ist nichts zu tun: Ohne den Code kommt hier nichts mehr an.")
    @Override
    String codeUnwanted();

    @Message("Dringend: Bitte sehen Sie jetzt in Ihren Posteingang")
    @Override
    String redFlagSubject();

    @Message(
            "Zu einer Ihrer Patientinnen oder einem Ihrer Patienten kam etwas, das nicht warten sollte. Bitte melden Sie sich an und sehen Sie es sich jetzt an.")
    @Override
    String redFlagLead();

    @Message("Es gibt etwas Neues zu einer betreuten Person")
    @Override
    String alertSubject();

    @Message("Es gibt {count} Neuigkeiten zu einer betreuten Person")
    @Override
    String alertsSubject(int count);

    @Message("Wenn Sie einen Moment Zeit haben, melden Sie sich bitte an und sehen Sie es sich an.")
    @Override
    String alertLead();

    @Message("Ihr Tag in einer Nachricht: {count} zum Ansehen")
    @Override
    String digestSubject(int count);

    @Message("Das kam seit Ihrer letzten Tagesnachricht herein. Bitte melden Sie sich an, um es zu sehen.")
    @Override
    String digestLead();

    @Message("Im Posteingang öffnen")
    @Override
    String open();

    @Message("Nummer {number} im Posteingang öffnen")
    @Override
    String openNumber(int number);

    @Message("Eine Erinnerung für heute")
    @Override
    String sessionDueSubject();

    @Message(
            "Für heute steht eine Einheit in Ihrem Plan. Wenn es heute nicht passt, ist das in Ordnung: Ihr Plan zeigt, wie es weitergeht.")
    @Override
    String sessionDueLead();

    @Message("Ein guter Moment für etwas Bewegung")
    @Override
    String postureResetSubject();

    @Message("Sie wollten daran erinnert werden, ab und zu anders zu sitzen oder zu stehen. Jetzt ist so ein Moment.")
    @Override
    String postureResetLead();

    @Message("Ihre Woche auf einen Blick")
    @Override
    String weeklyChecklistSubject();

    @Message("Die Liste zu Ihrer Woche ist bereit. Es dauert ein paar Minuten, und Lücken sind auch willkommen.")
    @Override
    String weeklyChecklistLead();

    @Message("Wie geht es Ihnen?")
    @Override
    String nothingLoggedSubject();

    @Message(
            "Wir haben eine Weile nichts von Ihnen gehört. Was auch der Grund ist: Sie können jederzeit weitermachen, mit so wenig, wie Sie mögen.")
    @Override
    String nothingLoggedLead();

    @Message("Ein Schritt, der zählt")
    @Override
    String milestoneSubject();

    @Message(
            "Sie haben einen Meilenstein Ihres Programms erreicht. Schön, dass Sie dabei geblieben sind. Melden Sie sich an, um ihn zu sehen.")
    @Override
    String milestoneLead();

    @Message("Den Plan von heute ansehen")
    @Override
    String openPlan();

    @Message("In dieser Nachricht stehen mit Absicht keine Gesundheitsdaten.")
    @Override
    String discreet();

    @Message("Antworten auf diese Nachricht liest niemand.")
    @Override
    String unread();

    @Message("Solche E-Mails abbestellen: {what}")
    @Override
    String stop(String what);

    @Message("Kein Notdienst. Rufen Sie im Notfall die örtliche Notrufnummer an.")
    @Override
    String emergency();

    @Message("Warnzeichen bei betreuten Personen")
    @Override
    String redFlagName();

    @Message("Hinweise zu betreuten Personen")
    @Override
    String alertName();

    @Message("anstehende Einheiten")
    @Override
    String sessionDueName();

    @Message("Erinnerungen an Bewegung")
    @Override
    String postureResetName();

    @Message("die Liste zur Woche")
    @Override
    String weeklyChecklistName();

    @Message("Fragen, wie es Ihnen geht")
    @Override
    String nothingLoggedName();

    @Message("Meilensteine")
    @Override
    String milestoneName();

    @Message("Diese E-Mails abbestellen?")
    @Override
    String stopTitle();

    @Message("Sie bekämen keine E-Mails dieser Art mehr: {what}.")
    @Override
    String stopAsk(String what);

    @Message("Ja, abbestellen")
    @Override
    String stopButton();

    @Message("Erledigt")
    @Override
    String stoppedTitle();

    @Message(
            "Sie bekommen keine E-Mails dieser Art mehr: {what}. In Ihren Einstellungen können Sie sie wieder einschalten.")
    @Override
    String stopped(String what);

    @Message("Dieser Link geht nicht")
    @Override
    String brokenTitle();

    @Message(
            "Er ist nicht vollständig oder nicht von uns. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder ändern Sie Ihre Einstellungen nach dem Anmelden.")
    @Override
    String broken();
}
