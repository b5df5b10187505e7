package app.backtrack.notification.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts, in English. None says what was found, of whom or how much, for mail and the screen of a phone are open to
 * read; and none says that one thing came of another.
 */
@MessageBundle("notice")
interface NoticeMessages {

    @Message("Urgent: please look into your inbox now")
    String redFlagSubject();

    @Message("Something came in for one of your patients that should not wait. Please sign in and look at it now.")
    String redFlagLead();

    @Message("Something changed for one of your patients")
    String alertSubject();

    @Message("{count} things changed for one of your patients")
    String alertsSubject(int count);

    @Message("When you have a moment, please sign in and have a look.")
    String alertLead();

    @Message("Your day in one message: {count} to look at")
    String digestSubject(int count);

    @Message("This is what came in since your last daily message. Please sign in to see each of them.")
    String digestLead();

    @Message("Open in your inbox")
    String open();

    @Message("Open number {number} in your inbox")
    String openNumber(int number);

    @Message("A reminder for today")
    String sessionDueSubject();

    @Message(
            "There is a session on your plan for today. If today does not suit you, that is fine: your plan shows what comes next.")
    String sessionDueLead();

    @Message("A good moment to move a little")
    String postureResetSubject();

    @Message("You asked to be reminded to change how you sit or stand from time to time. This is such a moment.")
    String postureResetLead();

    @Message("Your week at a glance")
    String weeklyChecklistSubject();

    @Message("The checklist of your week is ready. It takes a few minutes, and blank spots are welcome too.")
    String weeklyChecklistLead();

    @Message("How are you getting on?")
    String nothingLoggedSubject();

    @Message(
            "We have not heard from you for a while. Whatever the reason is, you can go on at any time, with as little as you like.")
    String nothingLoggedLead();

    @Message("A step worth noticing")
    String milestoneSubject();

    @Message("You have come to a milestone of your program. Well done for keeping at it. Sign in to see it.")
    String milestoneLead();

    @Message("Your code for this address")
    String codeSubject();

    @Message(
            "Enter {code} in the app, and we write to this address from then on. The code can be used once, within half an hour.")
    String codeLead(String code);

    @Message("You did not ask for this? Then there is nothing to do: without the code nothing more is sent here.")
    String codeUnwanted();

    @Message("See today's plan")
    String openPlan();

    @Message("There is no health data in this message, on purpose.")
    String discreet();

    @Message("Nobody reads answers to this message.")
    String unread();

    @Message("Stop such mails: {what}")
    String stop(String what);

    @Message("Not an emergency service. In an emergency, call your local emergency number.")
    String emergency();

    @Message("red flags of your patients")
    String redFlagName();

    @Message("alerts about your patients")
    String alertName();

    @Message("sessions that are due")
    String sessionDueName();

    @Message("reminders to move")
    String postureResetName();

    @Message("the weekly checklist")
    String weeklyChecklistName();

    @Message("questions how you are getting on")
    String nothingLoggedName();

    @Message("milestones")
    String milestoneName();

    @Message("Stop these mails?")
    String stopTitle();

    @Message("You would get no more mails of this kind: {what}.")
    String stopAsk(String what);

    @Message("Yes, stop them")
    String stopButton();

    @Message("Done")
    String stoppedTitle();

    @Message("You get no more mails of this kind: {what}. In your settings you can switch them on again.")
    String stopped(String what);

    @Message("This link does not work")
    String brokenTitle();

    @Message(
            "It is not complete, or was not made by us. Please open it from the mail once more, or change your settings after signing in.")
    String broken();
}
