<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%n day(s) missing</source>
        <translation>
            <numerusform>%n day missing</numerusform>
            <numerusform>%n days missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) with a score before the first release, and there is something to compare with; fourteen in all are better.</source>
        <translation>
            <numerusform>%n more day with a score before the first release, and there is something to compare with; fourteen in all are better.</numerusform>
            <numerusform>%n more days with a score before the first release, and there is something to compare with; fourteen in all are better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot tell: %n more day(s) before the release were needed</source>
        <translation>
            <numerusform>Cannot tell: %n more day before the release was needed</numerusform>
            <numerusform>Cannot tell: %n more days before the release were needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot tell yet: %n more day(s) since the release are needed</source>
        <translation>
            <numerusform>Cannot tell yet: %n more day since the release is needed</numerusform>
            <numerusform>Cannot tell yet: %n more days since the release are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 days in; %n more day(s) will tell more.</source>
        <translation>
            <numerusform>%1 of %2 days in; %n more day will tell more.</numerusform>
            <numerusform>%1 of %2 days in; %n more days will tell more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) are missing.</source>
        <translation>
            <numerusform>%n day is missing.</numerusform>
            <numerusform>%n days are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::SafetyScreenWidget</name>
    <message numerus="yes">
        <source>%n answered yes</source>
        <translation>
            <numerusform>%n answered yes</numerusform>
            <numerusform>%n answered yes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::FindingCard</name>
    <message numerus="yes">
        <source>%n day(s) logged so far</source>
        <translation>
            <numerusform>%n day logged so far</numerusform>
            <numerusform>%n days logged so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::TodayPage</name>
    <message numerus="yes">
        <source>Your last session softened %1 of %n point(s).</source>
        <translation>
            <numerusform>Your last session softened %1 of %n point.</numerusform>
            <numerusform>Your last session softened %1 of %n points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n release day(s) kept</source>
        <translation>
            <numerusform>%1 of %n release day kept</numerusform>
            <numerusform>%1 of %n release days kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n baseline day(s) logged</source>
        <translation>
            <numerusform>%1 of %n baseline day logged</numerusform>
            <numerusform>%1 of %n baseline days logged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutineWords</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutineDetails</name>
    <message numerus="yes">
        <source>and %n more step(s)</source>
        <translation>
            <numerusform>and %n more step</numerusform>
            <numerusform>and %n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutinesView</name>
    <message numerus="yes">
        <source>%n file(s) of yours cannot be used. Each is left as it is.</source>
        <translation>
            <numerusform>%n file of yours cannot be used. It is left as it is.</numerusform>
            <numerusform>%n files of yours cannot be used. Each is left as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::ReleaseOverview</name>
    <message numerus="yes">
        <source>and %n more step(s)</source>
        <translation>
            <numerusform>and %n more step</numerusform>
            <numerusform>and %n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::ReportWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a score</source>
        <translation>
            <numerusform>%n with a score</numerusform>
            <numerusform>%n with a score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message numerus="yes">
        <source>Begins %1. The first release day is one of %n candidate day(s), %2 to %3. Whichever is drawn, the plan ends on %4.</source>
        <translation>
            <numerusform>Begins %1. There is %n candidate day for the first release, %2. The plan ends on %4.</numerusform>
            <numerusform>Begins %1. The first release day is one of %n candidate days, %2 to %3. Whichever is drawn, the plan ends on %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Begins %1 and lasts %2 weeks, to %3. %n pair(s): %4 ways to draw them.</source>
        <translation>
            <numerusform>Begins %1 and lasts %2 weeks, to %3. %n pair: %4 ways to draw it.</numerusform>
            <numerusform>Begins %1 and lasts %2 weeks, to %3. %n pairs: %4 ways to draw them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not as planned</source>
        <translation>
            <numerusform>%n not as planned</numerusform>
            <numerusform>%n not as planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over: %1, %2 with soreness logged.</source>
        <translation>
            <numerusform>%n day over: %1, %2 with soreness logged.</numerusform>
            <numerusform>%n days over: %1, %2 with soreness logged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s) without release had one</source>
        <translation>
            <numerusform>%1 of %n day without release had one</numerusform>
            <numerusform>%1 of %n days without release had one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n release day(s) had none</source>
        <translation>
            <numerusform>%1 of %n release day had none</numerusform>
            <numerusform>%1 of %n release days had none</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::HistoryRowWords</name>
    <message numerus="yes">
        <source>planned for %n day(s)</source>
        <translation>
            <numerusform>planned for %n day</numerusform>
            <numerusform>planned for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NoteWords</name>
    <message numerus="yes">
        <source>%n day(s) a week</source>
        <translation>
            <numerusform>%n day a week</numerusform>
            <numerusform>%n days a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%n new note</numerusform>
            <numerusform>%n new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesListWidget</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesInView</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: History lists all of them</source>
        <translation>
            <numerusform>and %n more: History lists all of them</numerusform>
            <numerusform>and %n more: History lists all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::CoachCard</name>
    <message numerus="yes">
        <source>%n more in History</source>
        <translation>
            <numerusform>%n more in History</numerusform>
            <numerusform>%n more in History</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoachWords</name>
    <message numerus="yes">
        <source>%n athlete(s)</source>
        <translation>
            <numerusform>%n athlete</numerusform>
            <numerusform>%n athletes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were refused</source>
        <translation>
            <numerusform>%n file was refused</numerusform>
            <numerusform>%n files were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folder wait for you: a new athlete, or two versions of one record.</source>
        <translation>
            <numerusform>%n file in the folder waits for you: a new athlete, or two versions of one record.</numerusform>
            <numerusform>%n files in the folder wait for you: a new athlete, or two versions of one record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n athlete(s) added</source>
        <translation>
            <numerusform>%n athlete added</numerusform>
            <numerusform>%n athletes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new records</source>
        <translation>
            <numerusform>%n with new records</numerusform>
            <numerusform>%n with new records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without anything new</source>
        <translation>
            <numerusform>%n without anything new</numerusform>
            <numerusform>%n without anything new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be stored: %1</source>
        <translation>
            <numerusform>%n could not be stored: %1</numerusform>
            <numerusform>%n could not be stored: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Newer: %n new or changed record(s)</source>
        <translation>
            <numerusform>Newer: %n new or changed record</numerusform>
            <numerusform>Newer: %n new or changed records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both have records that the other lacks: %n new here</source>
        <translation>
            <numerusform>Both have records that the other lacks: %n new here</numerusform>
            <numerusform>Both have records that the other lacks: %n new here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) differ, and nothing says which is later</source>
        <translation>
            <numerusform>%n record differs, and nothing says which is later</numerusform>
            <numerusform>%n records differ, and nothing says which is later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n self-test(s)</source>
        <translation>
            <numerusform>%n self-test</numerusform>
            <numerusform>%n self-tests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::WhyPanel</name>
    <message numerus="yes">
        <source>%n more in the review.</source>
        <translation>
            <numerusform>%n more in the review.</numerusform>
            <numerusform>%n more in the review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::IntakeDialog</name>
    <message numerus="yes">
        <source>%n file(s) to take in</source>
        <translation>
            <numerusform>%n file to take in</numerusform>
            <numerusform>%n files to take in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have nothing new.</source>
        <translation>
            <numerusform>%n file has nothing new.</numerusform>
            <numerusform>%n files have nothing new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused; the others are not held up by that.</source>
        <translation>
            <numerusform>%n refused; the others are not held up by that.</numerusform>
            <numerusform>%n refused; the others are not held up by that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left alone.</source>
        <translation>
            <numerusform>%n other file was left alone.</numerusform>
            <numerusform>%n other files were left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::CoachPage</name>
    <message numerus="yes">
        <source>No Psolog logs there; %n other file(s) were left alone.</source>
        <translation>
            <numerusform>No Psolog logs there; %n other file was left alone.</numerusform>
            <numerusform>No Psolog logs there; %n other files were left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::CoachExport</name>
    <message numerus="yes">
        <source>Saved %n page(s): %1</source>
        <translation>
            <numerusform>Saved %n page: %1</numerusform>
            <numerusform>Saved %n pages: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n athlete(s) could not be read.</source>
        <translation>
            <numerusform>%n athlete could not be read.</numerusform>
            <numerusform>%n athletes could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
